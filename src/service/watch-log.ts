import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type EventStore, StoreUnavailable } from '../event-store/event-store.js';
import type { HistoryFault } from '../event-store/history-fault.js';
import type { Readiness } from '../operations/health.controller.js';

const ASK_AGAIN_AFTER_MS = 500;

/** Asks for the head until the log answers: ready is who has reached it. Then follows whether the log keeps what it holds. */
export async function watchLog(store: EventStore, readiness: Readiness, signal: AbortSignal): Promise<void> {
  await whileAway(signal, async () => {
    readiness.startedAt(await store.head());
  });
  const told = new Map<string, HistoryFault>();
  await whileAway(signal, async () => {
    for await (const faults of store.historyFaults(signal)) {
      readiness.found(faults);
      tell(faults, told);
    }
  });
}

/** Tries again as long as the log is away. */
async function whileAway(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await pause(ASK_AGAIN_AFTER_MS, undefined, { ref: false });
    }
  }
}

/** Says what is new, and what is over. */
function tell(faults: readonly HistoryFault[], told: Map<string, HistoryFault>): void {
  const logger = new Logger('EventStore');
  const now = new Map(faults.map((fault) => [`${fault.stream} ${fault.code}`, fault]));
  for (const [key, { stream }] of told) if (!now.has(key)) logger.warn(`the stream ${stream} is in order again`);
  for (const [key, { detail }] of now) if (!told.has(key)) logger.error(detail);
  told.clear();
  for (const [key, fault] of now) told.set(key, fault);
}
