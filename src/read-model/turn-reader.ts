import { type Moving, turnsOf } from '../rules/replay/turns.js';
import type { Day } from '../vocabulary/day.js';
import type { Position } from '../vocabulary/position.js';
import { fromColumn, toColumn } from './columns.js';
import { numberOfName, numberOfReport } from './names.js';
import type { ReadModelFile } from './read-model-file.js';
import { REPORT_COLUMNS, type ReportRow, toContentInForce } from './report-rows.js';

/** A row of the table `turn`. */
export interface Turn {
  readonly day: Day;
  readonly report: string;
  /** The position at which the report was first recorded. */
  readonly number: number;
}

interface TurnRow {
  readonly day: number;
  readonly report: string;
  readonly number: number;
}

/** The first day after one and up to another on which a report may matter. */
export function nextTurningDay(file: ReadModelFile, negotiation: string, after: Day, upTo: Day): Day | undefined {
  const row = file.get<{ day: number }>(
    'SELECT day FROM turn WHERE negotiation = ? AND day > ? AND day <= ? ORDER BY day LIMIT 1',
    numberOfName(file, negotiation, 'negotiation', negotiation) ?? null,
    toColumn(after),
    toColumn(upTo),
  );
  return row && fromColumn(row.day);
}

/**
 * The reports that may matter on some days, page by page, by day and recording.
 * @param after the last one of the page before; without its number: the first day
 * @param upTo included, an open end too
 */
export function turnsBehind(
  file: ReadModelFile,
  negotiation: string,
  { day: first, number = -1 }: Pick<Turn, 'day'> & Partial<Turn>,
  upTo: Day,
  limit: number,
): Turn[] {
  return file
    .all<TurnRow>(
      `SELECT t.day, t.report AS number, r.id AS report FROM turn t CROSS JOIN report r
       WHERE t.negotiation = ? AND (t.day, t.report) > (?, ?) AND t.day <= ? AND r.report = t.report ORDER BY t.day, t.report LIMIT ?`,
      numberOfName(file, negotiation, 'negotiation', negotiation) ?? null,
      toColumn(first),
      number,
      toColumn(upTo),
      limit,
    )
    .map(({ day, ...row }) => ({ day: fromColumn(day), ...row }));
}

/** Whether a report, as recorded by a position, really turns on a day where some axes move. */
export function turnsOn(
  file: ReadModelFile,
  negotiation: string,
  { day, report }: Pick<Turn, 'day' | 'report'>,
  recordedBy: Position,
  moving: Moving,
): boolean {
  const rows = file.allBy<ReportRow>(
    `WITH c AS (SELECT $report AS content UNION ALL SELECT content FROM content WHERE report = $report AND version > 0)
     SELECT ${REPORT_COLUMNS} FROM c CROSS JOIN in_force f CROSS JOIN content t CROSS JOIN report r
     WHERE f.content = c.content AND f.r_from <= $r AND $r < f.r_to AND t.content = f.content AND r.report = f.report`,
    { $r: recordedBy, $report: numberOfReport(file, negotiation, report, recordedBy) ?? null },
  );
  return rows.map(toContentInForce).some((content) => turnsOf(content, moving).includes(day));
}
