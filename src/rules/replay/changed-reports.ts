/** A report that tells something else than before, or is gone. */
export interface ChangedReport {
  readonly id: string;
  /** Keys of the parts that it touches, before and after. */
  readonly parts: readonly string[];
}

/** @returns the reports that touch a part, in their order */
export function changedByPart(reports: readonly ChangedReport[]): (part: string) => readonly string[] {
  const grouped = new Map<string, string[]>();
  for (const { id, parts } of reports) {
    for (const part of parts) {
      const others = grouped.get(part);
      if (others === undefined) grouped.set(part, [id]);
      else others.push(id);
    }
  }
  return (part) => grouped.get(part) ?? [];
}
