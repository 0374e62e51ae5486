import { selectWhole } from './row-sql.js';

/** What a row of `later` is about: a report, by its number, or a source, by the number of its name. */
export const SCOPE = { report: 0, source: 1 } as const;

/** What came later of a report or of a source, by its scope and number. */
export const LATER_OF = selectWhole('later', 'WHERE scope = ? AND subject = ? ORDER BY event');
