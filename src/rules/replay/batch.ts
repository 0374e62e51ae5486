import { because } from './because.js';
import { type Cause, type Change, type ReportCause } from './change.js';
import { type ElementMove, isChange } from './elements.js';
import type { Told } from './step.js';

/** How an element moved at one point of the way, with what may have moved it. */
export interface Move extends ElementMove {
  /** The reports that tell something else than before, or only now, and touch the element, in the order in which they are told. */
  readonly changed: readonly string[];
  /** What else happened there: the day, or an entry of the registry. */
  readonly beside: Cause;
}

/** All that happened at one point of the way. Within it there are no states in between. */
export interface Batch {
  readonly moves: readonly Move[];
  /** To be told before the way goes on. */
  told(): Iterable<Told>;
}

/** A move as a change; undefined where only what the element rests on moved. */
export function changeOf(move: Move, causeOf: (report: string) => ReportCause): Change | undefined {
  if (!isChange(move)) return undefined;
  const { issue, path, before, after, changed, beside } = move;
  return { issue, path, before: before.element, after: after.element, because: because(move, changed, [], [beside], causeOf) };
}
