import type { Logger } from '@nestjs/common';
import type { Config } from '../config.js';
import { type EventStore, StoreUnavailable } from '../event-store/event-store.js';
import type { Limits } from '../event-store/eventstoredb/limits.js';
import { checkEventStoreUrl, openEventStore } from '../event-store/open-event-store.js';
import type { Metrics } from '../operations/metrics/metrics.js';
import type { Clock } from '../ports/clock.js';
import type { Spans } from '../ports/spans.js';
import { ReadModelUnavailable } from '../ports/read-model-errors.js';
import { CannotStart } from './cannot-start.js';
import type { DataFiles } from './data-dir.js';
import { readingHere, readingInThreads, type ReadingSide, type ReadingSideOptions } from './reading-side.js';

type StoreLimits = Partial<Limits> | undefined;

/** @throws CannotStart */
export function requireReadableUrl(url: string | undefined): void {
  try {
    if (url !== undefined) checkEventStoreUrl(url);
  } catch (error) {
    throw new CannotStart(`EVENT_STORE_URL: ${(error as Error).message}`);
  }
}

/** The log that the settings name. @throws CannotStart */
export async function openStore(config: Config, files: DataFiles, clock: Clock, limits: StoreLimits): Promise<EventStore> {
  try {
    return await openEventStore(config.eventStoreUrl, files.log, () => clock.now(), limits);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new CannotStart(error.message);
    throw config.eventStoreUrl === undefined ? error : new CannotStart(`EVENT_STORE_URL: ${(error as Error).message}`);
  }
}

/** What follows that log and answers from it; it may still be opening. @throws CannotStart, the log is closed then */
export async function openReadingSide(
  store: EventStore,
  config: Config,
  files: DataFiles,
  { threads, storeLimits }: { readonly threads?: URL | undefined; readonly storeLimits?: StoreLimits },
  logger: Logger,
  { metrics, spans }: { readonly metrics: Metrics; readonly spans: Spans },
): Promise<ReadingSide> {
  const options: ReadingSideOptions = {
    limitMs: config.longestReadMs,
    queryThreads: config.queryThreads,
    spans,
    isTraced: config.tracing !== undefined,
    warn: (message) => {
      logger.warn(message);
    },
    onAsked: (query, seconds) => {
      metrics.query(query, seconds);
    },
    onEnd: (error) => {
      logger.error(`the thread that follows the log has ended: ${error.message}`);
      process.kill(process.pid, 'SIGTERM');
    },
  };
  const log = config.eventStoreUrl === undefined ? { file: files.log } : { url: config.eventStoreUrl, limits: storeLimits };
  try {
    return threads === undefined
      ? await readingHere(store, files.readModel, config.eventStoreUrl === undefined ? files.log : undefined, options)
      : readingInThreads(store, threads, { readModel: files.readModel, log, bounds: config.bounds }, options);
  } catch (error) {
    await store.close();
    if (error instanceof StoreUnavailable || error instanceof ReadModelUnavailable) throw new CannotStart(error.message);
    throw error;
  }
}
