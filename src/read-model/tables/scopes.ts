/** What a row of `later` is about: a report, by its number, or a source, by the number of its name. */
export const SCOPE = { report: 0, source: 1 } as const;
