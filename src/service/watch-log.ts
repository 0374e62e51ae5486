import { Logger } from '@nestjs/common';
import { type EventStore, StoreUnavailable } from '../event-store/event-store.js';
import type { HistoryFault } from '../event-store/history-fault.js';
import type { Readiness } from '../operations/health.controller.js';
import { growingWaitMs } from '../waiting/growing-wait.js';
import { pause } from '../waiting/pause.js';
import { tryAgain } from '../waiting/try-again.js';

const FIRST_WAIT_MS = 500;
/** A log that was away is back with all its head. */
const LONGEST_FOR_HEAD_MS = 5_000;
/** Where the right to a setting is missing, somebody has to give it: that takes a while. */
const LONGEST_FOR_SETTINGS_MS = 60_000;

/** Asks for the head until the log answers: ready is who has reached it. Then follows whether the log keeps what it holds. */
export async function watchLog(store: EventStore, readiness: Readiness, signal: AbortSignal): Promise<void> {
  await whileAway(signal, LONGEST_FOR_HEAD_MS, async () => {
    readiness.startedAt(await store.head());
  });
  const told = new Map<string, HistoryFault>();
  await whileAway(signal, LONGEST_FOR_SETTINGS_MS, async () => {
    for await (const faults of store.historyFaults(signal)) {
      readiness.found(faults);
      tell(faults, told);
    }
  });
}

/** Tries again as long as the log is away, less and less often. */
async function whileAway(signal: AbortSignal, longestMs: number, work: () => Promise<void>): Promise<void> {
  const unlessAborted = async (): Promise<void> => (signal.aborted ? undefined : work());
  await tryAgain(unlessAborted, {
    where: (error) => error instanceof StoreUnavailable,
    wait: async (_error, tries) => pause(growingWaitMs({ firstMs: FIRST_WAIT_MS, longestMs }, tries), signal),
  });
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
