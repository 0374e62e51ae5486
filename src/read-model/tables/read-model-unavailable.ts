import { ReadModelUnavailable } from '../../ports/read-model-errors.js';
import { resultCodeOf } from './read-model-damage.js';

const SQLITE_BUSY = 5;

/** Whether somebody else holds the file. One under recovery by its owner is in use too. */
export function isBusy(error: unknown): boolean {
  return resultCodeOf(error) === SQLITE_BUSY;
}

/** Why a file cannot be used. @param error of SQLite */
export function unavailable(path: string, error: unknown): ReadModelUnavailable {
  const why = isBusy(error) ? 'is in use by another process' : `cannot be opened: ${(error as Error).message}`;
  return new ReadModelUnavailable(`${path} ${why}`, { cause: error });
}
