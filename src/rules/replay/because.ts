import { type Cause, type Element, type Place, type ReportCause, STALE } from './change.js';

/** An element on one side of a change, with the reports that it rests on. */
export interface Side {
  readonly element: Element | null;
  /** Of the convergence that of its targets, of an agreement its report, of staleness the last evidence. */
  readonly evidence: readonly string[];
}

/** How an element differs between two points: itself, or only in what it rests on. */
export interface Difference extends Place {
  readonly before: Side;
  readonly after: Side;
}

/**
 * Why an element moved. api.md, "changes and replay", `because`.
 * @param changed the reports that tell something else than before, or only now, and touch the element, in the order of the way
 * @param entries the causes that are entries of the registry
 * @param days the days on which time alone moved it; named where nothing else did
 */
export function because(
  difference: Difference,
  changed: readonly string[],
  entries: readonly Cause[],
  days: readonly Cause[],
  causeOf: (report: string) => ReportCause,
): Cause[] {
  const named = reportsNamed(difference, changed);
  // Reports in one list alone say all; else an entry may have moved it beside the reports.
  if (named.length > 0 && inOneList(difference.before, difference.after).size > 0) return named.map(causeOf);
  const causes = [...named.map(causeOf), ...entries];
  if (causes.length > 0) return causes;
  // Time moved it, or, between two points, what was told on the way and is evidence at neither.
  return days.length > 0 ? [...days] : changed.map(causeOf);
}

/**
 * The reports in exactly one of the two lists of evidence, those first that changed; where there is none, those that changed and touch
 * the element. Where none of these changed only time passed, or an entry of the registry changed.
 */
export function reportsNamed({ path, before, after }: Difference, changedReports: readonly string[]): string[] {
  const changed = new Set(changedReports);
  if (changed.size === 0) return [];
  if (path === STALE) return lastEvidenceThatMoved(before, after, changed);
  const differing = inOneList(before, after);
  return differing.size === 0 ? [...changed] : [...changed.intersection(differing).union(differing)];
}

function inOneList(before: Side, after: Side): Set<string> {
  return new Set(before.evidence).symmetricDifference(new Set(after.evidence));
}

/**
 * Of staleness there is one last evidence. What is told ends it, or that nothing counts any more; it starts where what counted does not as it
 * did, or where the first that is told is old. Else it was time.
 */
function lastEvidenceThatMoved(before: Side, after: Side, changed: ReadonlySet<string>): string[] {
  const [first, second] = after.element === true ? [before, after] : [after, before];
  const { evidence } = first.evidence.length > 0 ? first : second;
  return evidence.filter((report) => changed.has(report));
}
