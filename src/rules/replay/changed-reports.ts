/** A report that tells something else than before, or is gone. */
export interface ChangedReport {
  readonly id: string;
  /** Keys of the subjects that it touches, before and after. */
  readonly subjects: readonly string[];
}

/** @returns the reports that touch a subject, in their order */
export function changedBySubject(reports: readonly ChangedReport[]): (subject: string) => readonly string[] {
  const grouped = new Map<string, string[]>();
  for (const { id, subjects } of reports) {
    for (const subject of subjects) {
      const others = grouped.get(subject);
      if (others === undefined) grouped.set(subject, [id]);
      else others.push(id);
    }
  }
  return (subject) => grouped.get(subject) ?? [];
}
