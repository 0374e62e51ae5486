import type { Limits as Bounds } from '../http/limits.js';
import type { Limits } from '../event-store/eventstoredb/limits.js';

/** What each thread is given at its start. */
export interface ThreadData {
  /** The file of the read model. */
  readonly readModel: string;
  /** The log: a file of the embedded store, or the URL of EventStoreDB. */
  readonly log: { readonly file: string } | { readonly url: string; readonly limits: Partial<Limits> | undefined };
  /** What one request may cost. */
  readonly bounds: Bounds;
  /** Of the flag that says that the read model is being swapped. */
  readonly swapping: SharedArrayBuffer;
  /** Whether it is to be told when the thread worked on what. */
  readonly isTraced: boolean;
}

/** The file of the embedded log; undefined where the log is EventStoreDB. */
export function logFileOf({ log }: Pick<ThreadData, 'log'>): string | undefined {
  return 'file' in log ? log.file : undefined;
}
