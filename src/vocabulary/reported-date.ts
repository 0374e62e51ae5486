export const BASES = ['explicit', 'relative', 'inferred', 'unknown'] as const;

/** A date as reported: what was written, what we take it to mean, and why. */
export class ReportedDate {
  /** EDTF, levels 0 and 1; its window of days is `windowOf(edtf)`. */
  readonly edtf!: string;
  /** The words of the source, "am Dienstag". */
  readonly phrase!: string | null;
  readonly basis!: (typeof BASES)[number];
  /** EDTF: what a relative date counts from; null means the date of the source. */
  readonly anchor!: string | null;
  readonly note!: string | null;
}
