import { because } from './because.js';
import type { Cause, Change, ReportCause } from './change.js';
import { type ElementDifference, isChange } from './elements.js';
import type { Told } from './step.js';

/** How an element differs behind one point of the way, with what may have moved it. */
export interface ExplainedDifference extends ElementDifference {
  /** The reports that tell something else than before, or only now, and touch the element, in the order in which they are told. */
  readonly changed: readonly string[];
  /** What else happened there: the day, or an entry of the registry. */
  readonly otherCause: Cause;
}

/**
 * All that happened at one point of the way, told piece by piece: undefined where a piece of work gives nothing to tell yet. Within it there
 * are no states in between; it is to be taken to its end before the way goes on.
 */
export type Batch = Iterable<Told | undefined>;

/** A difference as a change; undefined where only what the element rests on differs. */
export function changeOf(difference: ExplainedDifference, causeOf: (report: string) => ReportCause): Change | undefined {
  if (!isChange(difference)) return undefined;
  const { issue, path, before, after, changed, otherCause } = difference;
  return { issue, path, before: before.element, after: after.element, because: because(difference, changed, [], [otherCause], causeOf) };
}
