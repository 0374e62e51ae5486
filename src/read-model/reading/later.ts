import type { Row } from '../tables/definition.js';
import type { Index } from './opened-lists.js';

/** What came later of a report, or of a source, recorded by R, oldest first. @param subject the number of the report, or of the source's name */
export function laterOf({ file }: Index, scope: number, subject: number, r: number): Row<'later'>[] {
  return file.all<Row<'later'>>('SELECT * FROM later WHERE scope = ? AND subject = ? AND event <= ? ORDER BY event', scope, subject, r);
}
