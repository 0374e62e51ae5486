import { availableParallelism } from 'node:os';
import type { DynamicModule } from '@nestjs/common';
import type { EventStore } from '../event-store/event-store.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { clientGone } from '../http/client-gone.js';
import type { Spans } from '../ports/spans.js';
import type { Keeper } from '../read-model/keeper.js';
import { KeeperHere } from '../read-model/keeper-here.js';
import { ReadModel } from '../read-model/read-model.js';
import { bodiesOf } from '../read-model/tables/bodies.js';
import type { ReadableModel } from '../read-model/readable-model.js';
import { ForwardedQueriesModule } from '../threads/forwarded-queries.module.js';
import { KeeperElsewhere } from '../threads/keeper-elsewhere.js';
import { QueriesElsewhere } from '../threads/queries-elsewhere.js';
import { SwapFlag } from '../threads/swap-flag.js';
import type { ThreadData } from '../threads/thread-data.js';

/** What keeps the read model, and what answers from it. */
export interface ReadingSide {
  readonly keeper: Keeper;
  /** The read model, where this thread answers; else what has others do it. */
  readonly answering: ReadableModel | DynamicModule;
  /** Settles when it follows the log and answers. @throws ReadModelUnavailable, StoreUnavailable */
  readonly isOpen: () => Promise<void>;
  /** Ends what is under way and lets go of the file. */
  readonly release: () => Promise<void>;
}

export interface ReadingSideOptions {
  readonly warn: (message: string) => void;
  /** Where an end of the keeper is told: nothing follows the log any more. */
  readonly onEnd: (error: Error) => void;
  readonly spans: Spans;
  /** Whether anything is traced at all. */
  readonly isTraced: boolean;
  /** Told how long each query took, in seconds. */
  readonly onAsked: (query: string, seconds: number) => void;
  /** How long working out an answer may take, in milliseconds. */
  readonly limitMs: number;
  /** How many threads answer questions; undefined: as many as fit the machine. */
  readonly queryThreads?: number | undefined;
}

/** A machine of more cores has one for what is dear, and one that it leaves to what is not. */
const ENOUGH_CORES = 3;

/** All in this thread. @throws ReadModelUnavailable */
export async function readingHere(
  store: EventStore,
  path: string,
  log: string | undefined,
  { warn }: ReadingSideOptions,
): Promise<ReadingSide> {
  const keeper = new KeeperHere(store, new ReadModel(path, bodiesOf(path, log, true)), { jitter: Math.random, warn });
  await keeper.start();
  const release = async (): Promise<void> => {
    await keeper.stop();
    keeper.close();
  };
  return { keeper, answering: keeper.readModel, isOpen: async () => undefined, release };
}

/**
 * In threads of their own: one keeps the read model, others answer. They load what they need while this thread goes on.
 * @param folder where the programs of the threads are
 */
export function readingInThreads(
  store: EventStore,
  folder: URL,
  data: Omit<ThreadData, 'swapping' | 'isTraced'>,
  { warn, onEnd, onAsked, spans, isTraced, limitMs, queryThreads = availableParallelism() < ENOUGH_CORES ? 1 : 2 }: ReadingSideOptions,
): ReadingSide {
  const shared: ThreadData = { ...data, swapping: SwapFlag.memory(), isTraced };
  const keeper = new KeeperElsewhere(new URL('keeper-thread.js', folder), shared, { warn, onEnd });
  const queries = new QueriesElsewhere(new URL('query-thread.js', folder), shared, {
    limitMs,
    threads: queryThreads,
    warn,
    onAsked,
    spans,
    clientGone,
    onDamage: () => {
      keeper.foundDamaged();
    },
  });
  keeper.serve(queries);
  if (store instanceof SqliteEventStore) {
    store.onAppended(() => {
      keeper.appended();
    });
  }
  const isOpen = async (): Promise<void> => {
    await Promise.all([keeper.isOpen(), queries.areReady()]);
  };
  const release = async (): Promise<void> => {
    // Who closes the file last writes its journal into it.
    await queries.stop();
    await keeper.stop();
  };
  return { keeper, answering: ForwardedQueriesModule.to(queries), isOpen, release };
}
