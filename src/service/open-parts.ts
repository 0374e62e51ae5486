import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Resources } from '../app.module.js';
import type { Config } from '../config.js';
import { ClockGuard } from '../event-store/clock-guard.js';
import type { EventStore } from '../event-store/event-store.js';
import { GuardedEventStore } from '../event-store/guarded-event-store.js';
import { ObservedEventStore } from '../event-store/observed-event-store.js';
import { LiveStreams } from '../http/live-streams.js';
import { OpenRequests } from '../http/open-requests.js';
import type { Patience } from '../http/patience.js';
import { DiskRoom } from '../operations/disk/disk-room.js';
import { Metrics } from '../operations/metrics/metrics.js';
import { ReadModelWatch } from '../operations/read-model-watch.js';
import { SystemClock } from '../ports/clock.js';
import { NoSpans } from '../ports/spans.js';
import { Watchdog } from '../read-model/following/watchdog.js';
import type { Keeper } from '../read-model/keeper.js';
import { prepareDataDir, type DataFiles } from './data-dir.js';
import { type Access, openAccess } from './open-access.js';
import { openReadingSide, openStore } from './open-log.js';
import { webhookStore } from './open-webhooks.js';
import type { ServiceOptions } from './service-options.js';
import { thisProgram } from './this-program.js';
import { appendSpans } from './tracing/append-spans.js';
import { openTracing } from './tracing/open-tracing.js';

/** A log that is silent must not hold up a stop: a report whose answer is lost is sent again by its sender. */
const LONGEST_CLOSE_MS = 3_000;
const LONGEST_WAIT_FOR_READERS_MS = 1_000;
/** The look-up takes a millisecond where nobody else asks. */
const DOUBTS_MS = 200;

/** What the service is made of before its application is built. */
export interface Parts {
  readonly files: DataFiles;
  readonly access: Access;
  /** The log as it is, without who watches it. */
  readonly store: EventStore;
  readonly guard: ClockGuard;
  /** What the application is given of them. */
  readonly resources: Resources;
  /** Settles when the read model follows the log and answers. @throws ReadModelUnavailable, StoreUnavailable */
  readonly isOpen: () => Promise<void>;
  /** Ends what is under way and lets go of everything. */
  readonly release: () => Promise<void>;
}

/** Opens the files, the log and the read model that the settings name. @throws CannotStart */
export async function openParts(config: Config, options: ServiceOptions): Promise<Parts> {
  const files = prepareDataDir(config.dataDir);
  const clock = options.clock ?? new SystemClock();
  const program = thisProgram(config.commit);
  const metrics = new Metrics(program);
  const tracing = await openTracing(config.tracing, program.version);
  const spans = tracing ?? new NoSpans();
  const access = openAccess(config, files, clock);
  const store = await openStore(config, files, clock, options.storeLimits);
  const webhookLog = webhookStore(store, config, files.webhooks, clock);
  const reading = await openReadingSide(store, config, files, options, new Logger('ReadModel'), { metrics, spans });
  const { keeper, answering } = reading;
  const watchdog = watchdogOf(store, keeper, () => clock.now());
  const guard = new ClockGuard(store, { now: () => clock.now(), elapsed: () => performance.now(), limitMs: config.clockLimitMs });
  const disk = new DiskRoom(config.dataDir);
  const resources: Resources = {
    store: new ObservedEventStore(new GuardedEventStore(store, guard), [metrics, disk, appendSpans(spans)]),
    keeper,
    answering,
    watchdog,
    clock,
    temporaryFolder: { path: config.dataDir },
    patience: { ...patienceOf(config), ...options.patience },
    keys: access.keys,
    program,
    metrics,
    readModelWatch: new ReadModelWatch(keeper, watchdog),
    disk,
    liveStreams: new LiveStreams(config.limits.streams),
    openRequests: new OpenRequests(),
    spans,
    webhooks: new ObservedEventStore(webhookLog, [disk]),
    webhookTargets: { mayBeAny: config.webhookTargets === 'any' },
  };
  const release = async (): Promise<void> => {
    watchdog.stop();
    access.keys.close();
    // Who closes the log last writes its journal into it: its owner, unless a reader waits for a log that is away.
    const released = reading.release();
    await inTime(released, LONGEST_WAIT_FOR_READERS_MS);
    await inTime(Promise.all([store.close(), webhookLog.close(), released, tracing?.stop()]), LONGEST_CLOSE_MS);
  };
  return { files, access, store, guard, resources, isOpen: reading.isOpen, release };
}

/** Waits for what is under way, but not for longer than a stop may last. @param limit in milliseconds */
export async function inTime(ending: Promise<unknown>, limit: number): Promise<void> {
  await Promise.race([ending, pause(limit, undefined, { ref: false })]);
}

/** What compares the log with the read model, and has it subscribe again where it got lost; not started yet. */
function watchdogOf(store: EventStore, keeper: Keeper, now: () => number): Watchdog {
  const logger = new Logger('EventStore');
  return new Watchdog(store, keeper, {
    now,
    onStuck: () => {
      new Logger('ReadModel').warn('the subscription to the log brings nothing any more; subscribing again');
      keeper.resubscribe();
    },
    onAhead: () => {
      keeper.resubscribe();
    },
    onFault: (fault) => {
      if (fault === undefined) logger.log('the log answers again');
      else logger.error(fault);
    },
  });
}

function patienceOf({ bounds: { bodySeconds, importSilenceSeconds }, longestReadMs }: Config): Patience {
  return { bodyMs: 1_000 * bodySeconds, silenceMs: 1_000 * importSilenceSeconds, doubtsMs: DOUBTS_MS, questionMs: longestReadMs };
}
