import { UnstorableEvent } from '../../event-store/event-store.js';
import { EdgeProblem, problemOf } from '../../http/problem-filter.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';
import type { Line } from './line.js';

/** The faults of one entry of an array, their pointers into the whole of it. @throws what is no fault of the entry alone */
export function faultsAt({ number }: Line, error: unknown): Fault[] {
  if (!(error instanceof Refusal || error instanceof UnstorableEvent || error instanceof EdgeProblem)) throw error;
  if (error instanceof EdgeProblem && error.code === 'malformed-json') {
    throw new EdgeProblem(error.code, `Entry ${String(number)}: ${error.detail}`);
  }
  const at = `#/${String(number - 1)}`;
  const { code, detail } = problemOf(error);
  if (!(error instanceof Refusal) || error.faults.length === 0) return [{ pointer: at, code, detail }];
  return error.faults.map((fault) => ({ ...fault, pointer: at + (fault.pointer ?? '#').slice(1) }));
}
