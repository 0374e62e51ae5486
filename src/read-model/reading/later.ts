import type { Later } from './kept-later.js';
import type { Index } from './opened-lists.js';

/** What came later of a report, or of a source, recorded by R, oldest first. @param subject the number of the report, or of the source's name */
export function laterOf({ later }: Index, scope: number, subject: number, r: number): readonly Later[] {
  const rows = later.of(scope, subject, r);
  return (rows.at(-1)?.event ?? 0) <= r ? rows : rows.filter(({ event }) => event <= r);
}
