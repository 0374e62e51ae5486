import { Logger } from '@nestjs/common';
import { ClockJumps } from '../operations/clock-jumps.js';
import type { Metrics } from '../operations/metrics/metrics.js';
import type { Clock } from '../ports/clock.js';
import { every } from '../waiting/every.js';

const LOOK_EVERY_MS = 5_000;

/** Notices when the clock of this machine is set, or the machine has slept, and says so. */
export async function watchClockJumps(clock: Clock, metrics: Metrics, signal: AbortSignal): Promise<void> {
  const logger = new Logger('Clock');
  const jumps = new ClockJumps();
  await every(LOOK_EVERY_MS, signal, async () => {
    const jump = jumps.jumped(clock.now(), performance.now());
    if (jump !== 0) {
      metrics.clockJumped();
      logger.warn({ msg: 'the clock of this machine has jumped', seconds: jump / 1_000 });
    }
  });
}
