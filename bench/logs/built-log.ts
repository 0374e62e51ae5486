import { statSync } from 'node:fs';
import { join } from 'node:path';

/** A log with its read model in a folder as the service keeps them; both are closed. */
export interface BuiltLog {
  readonly reports: number;
  /** A DATA_DIR. */
  readonly folder: string;
  readonly events: number;
  /** The position of the last event that registers what reports name. */
  readonly registryEnd: number;
  readonly head: number;
}

export const logPath = (folder: string): string => join(folder, 'log.sqlite');
export const readModelPath = (folder: string): string => join(folder, 'read-model.sqlite');

/** What a file holds, with what SQLite keeps beside it. */
export function bytesOf(path: string): number {
  return ['', '-wal'].reduce((sum, suffix) => sum + (statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0), 0);
}
