import type { ContentInForce } from '../rules/content-in-force.js';
import { type Moving, turnsOf } from '../rules/replay/turns.js';
import type { Day } from '../vocabulary/day.js';
import type { Position } from '../vocabulary/position.js';
import { fromColumn, toColumn } from './columns.js';
import type { ReadModelFile } from './read-model-file.js';
import { type ReportRow, toContentInForce } from './report-rows.js';

/** A row of the table `turn`. */
export interface Turn {
  readonly day: Day;
  readonly report: string;
}

interface TurnRow {
  readonly day: number;
  readonly report: string;
}

/** The first day after one and up to another on which a report may matter. */
export function nextTurningDay(file: ReadModelFile, negotiation: string, after: Day, upTo: Day): Day | undefined {
  const row = file.get<{ day: number }>(
    'SELECT day FROM turn WHERE negotiation = ? AND day > ? AND day <= ? ORDER BY day LIMIT 1',
    negotiation,
    toColumn(after),
    toColumn(upTo),
  );
  return row && fromColumn(row.day);
}

/**
 * The reports that may matter on some days, page by page, by day and id.
 * @param after the last one of the page before; without a report: the first day
 * @param upTo included, an open end too
 */
export function turnsBehind(file: ReadModelFile, negotiation: string, after: Turn, upTo: Day, limit: number): Turn[] {
  return file
    .all<TurnRow>(
      `SELECT day, report FROM turn WHERE negotiation = ? AND (day, report) > (?, ?) AND day <= ? ORDER BY day, report LIMIT ?`,
      negotiation,
      toColumn(after.day),
      after.report,
      toColumn(upTo),
      limit,
    )
    .map(({ day, report }) => ({ day: fromColumn(day), report }));
}

/** Whether a report, as recorded by a position, really turns on a day where some axes move. */
export function turnsOn(file: ReadModelFile, negotiation: string, { day, report }: Turn, recordedBy: Position, moving: Moving): boolean {
  return contentsOf(file, negotiation, report, recordedBy).some((content) => turnsOf(content, moving).includes(day));
}

/** The contents of a report, each with the K for which it counts. */
function contentsOf(file: ReadModelFile, negotiation: string, report: string, recordedBy: Position): ContentInForce[] {
  return file
    .all<ReportRow>(
      `SELECT f.*, v.claimants, v.content FROM in_force f JOIN version v USING (negotiation, report, version)
       WHERE f.negotiation = ? AND f.report = ? AND f.r_from <= ? AND ? < f.r_to`,
      negotiation,
      report,
      recordedBy,
      recordedBy,
    )
    .map(toContentInForce);
}
