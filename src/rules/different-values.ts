/** One of the values that reports give of the same thing. */
export interface DifferentValue<T> {
  readonly value: T;
  readonly evidence: readonly string[];
}

/**
 * Every different value of something with its reports, in their order: more than one means contested. Design 4, "Meeting status".
 * @param reports latest first
 * @param valueOf null where a report says nothing of it
 * @param keyOf the same for values that are the same
 */
export function differentValues<R extends { readonly id: string }, T>(
  reports: readonly R[],
  valueOf: (report: R) => T | null,
  keyOf: (value: T) => string = String,
): DifferentValue<T>[] {
  const said = reports.flatMap((report) => {
    const value = valueOf(report);
    return value === null ? [] : [{ id: report.id, value }];
  });
  const groups = Map.groupBy(said, ({ value }) => keyOf(value));
  return [...groups.values()].flatMap((group) => group.slice(0, 1).map(({ value }) => ({ value, evidence: group.map(({ id }) => id) })));
}
