import { Injectable } from '@nestjs/common';
import { LiveStreams } from '../../http/live-streams.js';
import { Watchdog } from '../../read-model/following/watchdog.js';
import { DiskRoom } from '../disk/disk-room.js';
import { Readiness } from '../health.controller.js';
import { ReadModelWatch } from '../read-model-watch.js';
import { Metrics } from './metrics.js';

/** How this node stands, looked up whenever its metrics are asked for. */
@Injectable()
export class HowItStands {
  constructor(metrics: Metrics, watch: ReadModelWatch, watchdog: Watchdog, readiness: Readiness, disk: DiskRoom, streams: LiveStreams) {
    metrics.watched('tracker_ready', 'Whether /health/ready is 200', () => Number(readiness.isReady));
    metrics.watched('tracker_log_reachable', 'Whether the log answers', () => Number(watchdog.isLogReachable));
    metrics.watched('tracker_lag_seconds', 'For how long this node may have missed what is in the log', () => watchdog.ageSeconds);
    metrics.watched('tracker_applied_position', 'Up to where in the log questions show it', () => Number(readiness.position));
    metrics.watched('tracker_clock_fault', 'Whether the clock of this node is wrong', () => Number(readiness.clockFault !== undefined));
    metrics.watched('tracker_parked_events', 'Events that cannot be projected', () => watch.latest?.parkedCount);
    metrics.watched(
      'tracker_rebuild_running',
      'Whether a rebuild runs',
      () => watch.latest && Number(watch.latest.rebuild?.state === 'running'),
    );
    metrics.watched('tracker_rebuild_percent', 'How far the last rebuild has come', () => watch.latest?.rebuild?.percent);
    metrics.watched('tracker_disk_free_bytes', 'Room that is left where DATA_DIR is', () => disk.freeBytes);
    metrics.watched('tracker_disk_full', 'Whether the log takes nothing for want of room', () => Number(disk.fault !== undefined));
    metrics.watched('tracker_live_streams', 'Live replays that are open', () => streams.count);
  }
}
