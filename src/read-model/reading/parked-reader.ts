import type { ReadModelFile } from '../tables/read-model-file.js';
import { selectWhole, select } from '../tables/row-sql.js';
import { indexOf } from './opened-lists.js';

const FIRST = selectWhole('parked', 'ORDER BY event LIMIT ?');
const ISSUES = select('parked', ['issues'], 'WHERE negotiation = ? AND event <= ?');

/** An event that could not be projected. */
export interface ParkedEvent {
  readonly position: string;
  readonly type: string;
  readonly negotiation: string;
  readonly issues: readonly string[];
  readonly error: string;
}

/** The first of them; -1: all. */
export function parkedEvents(file: ReadModelFile, most = -1): ParkedEvent[] {
  const index = indexOf(file);
  return file.all(FIRST, most).map(({ event, issues, ...row }) => ({
    position: String(index.positionOf(event)),
    ...row,
    issues: JSON.parse(issues) as string[],
  }));
}

/** How many there are. */
export function parkedCount(file: ReadModelFile): number {
  return file.get<{ count: number }>('SELECT count(*) AS count FROM parked')?.count ?? 0;
}

/** The issues of a negotiation that miss an event which could not be projected, as recorded by R. */
export function degradedIssues(file: ReadModelFile, negotiation: string, recordedBy: bigint): Set<string> {
  const r = indexOf(file).eventAt(recordedBy);
  const rows = file.all(ISSUES, negotiation, r);
  return new Set(rows.flatMap(({ issues }) => JSON.parse(issues) as string[]));
}
