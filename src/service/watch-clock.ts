import { Logger } from '@nestjs/common';
import type { ClockGuard } from '../event-store/clock-guard.js';
import { StoreUnavailable } from '../event-store/event-store.js';
import type { Readiness } from '../operations/health.controller.js';
import { every } from '../waiting/every.js';

const COMPARE_EVERY_MS = 10_000;

/** Compares this node's clock with that of the log now and then, and says when it is wrong and when it is right again. */
export async function watchClock(clock: ClockGuard, readiness: Readiness, signal: AbortSignal): Promise<void> {
  const logger = new Logger('Clock');
  await every(COMPARE_EVERY_MS, signal, async () => {
    try {
      const fault = await clock.check();
      if (fault !== undefined && readiness.clockFault === undefined) logger.error(`${fault}; nothing is recorded until that is put right`);
      if (fault === undefined && readiness.clockFault !== undefined) logger.warn('the clock is right again');
      readiness.clockFault = fault;
    } catch (error) {
      // Of a log that is away others tell.
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  });
}
