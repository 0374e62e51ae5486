import type { At } from '../vocabulary/axes.js';
import { fromColumn, toColumn, toPosition } from './columns.js';
import type { NamedValues } from './read-model-file.js';
import type { Sight } from '../rules/scene.js';
import { uncertainAxes } from '../rules/visibility.js';

/** The columns of a row that is filtered by the axes, and what a sight is made of. */
export interface SightRow {
  readonly id: string;
  readonly report: number;
  readonly p_lo: number;
  readonly p_hi: number;
  readonly o_lo: number;
  readonly o_hi: number;
  readonly as_written: string;
  readonly dated: 0 | 1;
}

/** "Recorded" and "in force" of design 4, as a filter on the rows of a table. @param t its alias */
export const counts = (t: string): string => `${t}.r_from <= $r AND $r < ${t}.r_to AND ${t}.k_from <= $k AND $k <= ${t}.k_to`;

/** The same and "visible"; of an answer that leaves out the possible, "certain" too. */
export const visible = (t: string): string =>
  `${counts(t)} AND ${t}.p_lo <= $k AND ${t}.o_lo <= $d AND ${t}.p_hi <= $pk AND ${t}.o_hi <= $od`;

/** Whether a content that a row has in an issue is of that issue at R. @param t the row's alias @param issue the column with the issue */
export const filed = (t: string, issue: string): string =>
  `NOT EXISTS (SELECT 1 FROM filed_elsewhere e WHERE e.issue = ${issue} AND e.content = ${t}.content AND e.r_from <= $r AND $r < e.r_to)`;

/** The values that `counts` and `visible` name. */
export function axesValues({ asOf, knownBy, recordedBy, certainty }: At): NamedValues {
  const [d, k] = [toColumn(asOf), toColumn(knownBy)];
  const noLimit = toColumn(Infinity);
  return { $d: d, $k: k, $r: recordedBy, $pk: certainty === 'any' ? noLimit : k, $od: certainty === 'any' ? noLimit : d };
}

/** A row as it is seen at a point. */
export function sightOfRow(row: SightRow, at: At): Sight {
  const occurred = { lo: fromColumn(row.o_lo), hi: fromColumn(row.o_hi) };
  const published = { lo: fromColumn(row.p_lo), hi: fromColumn(row.p_hi) };
  const uncertain = uncertainAxes(occurred, published, at);
  return {
    id: row.id,
    occurred,
    published,
    occurredAsWritten: row.as_written,
    isDated: row.dated === 1,
    firstPosition: toPosition(row.report),
    certainty: uncertain.length === 0 ? 'certain' : 'possible',
    uncertain,
  };
}
