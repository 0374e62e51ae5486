import { type Moving, daysThatMatter } from '../../rules/replay/days-that-matter.js';
import type { Day } from '../../vocabulary/day.js';
import type { Position } from '../../vocabulary/position.js';
import { daysUpwards } from '../reading/days-reader.js';
import { type Index, indexOf } from '../reading/opened-lists.js';
import { laterOf } from '../reading/later.js';
import { claimantsIn } from '../reading/visible-report.js';
import { fromColumn, toColumn } from '../tables/columns.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { SCOPE } from '../tables/scopes.js';

/** A report that may matter on a day. */
export interface Mattering {
  readonly day: Day;
  readonly report: string;
  /** The number of the report. */
  readonly number: number;
}

/** The first day after one and up to another on which a report may matter. */
export function nextDayThatMatters(file: ReadModelFile, negotiation: string, after: Day, upTo: Day): Day | undefined {
  const index = indexOf(file);
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return undefined;
  for (const { day } of daysUpwards(index, LIST_KINDS.mattersOn, owner, toColumn(after) + 1, toColumn(upTo))) return fromColumn(day);
  return undefined;
}

/**
 * The reports that may matter on some days, page by page, by day and recording.
 * @param after the last one of the page before; without its number: the first day
 * @param upTo included, an open end too
 */
export function reportsThatMatter(
  file: ReadModelFile,
  negotiation: string,
  { day: first, number: last = -1 }: Pick<Mattering, 'day'> & Partial<Mattering>,
  upTo: Day,
  limit: number,
): Mattering[] {
  const index = indexOf(file);
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return [];
  const found: Mattering[] = [];
  for (const { day, list } of daysUpwards(index, LIST_KINDS.mattersOn, owner, toColumn(first), toColumn(upTo))) {
    const behind = fromColumn(day) === first ? last : -1;
    for (const number of reportsOn(index, list)) {
      if (number <= behind) continue;
      found.push({ day: fromColumn(day), report: index.subjectOf(number), number });
      if (found.length === limit) return found;
    }
  }
  return found;
}

/** Whether so many reports, or more, may matter on some days; one that may for several reasons counts for each of them. @param last included */
export function doManyMatter(file: ReadModelFile, negotiation: string, first: Day, last: Day, many: number): boolean {
  const index = indexOf(file);
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return false;
  let count = 0;
  for (const { list } of daysUpwards(index, LIST_KINDS.mattersOn, owner, toColumn(first), toColumn(last))) {
    count += index.lists.numbers(LIST_KINDS.mattersOn, list, file.state.events).length;
    if (count >= many) return true;
  }
  return false;
}

/** The reports of a day, each once, in the order in which they were recorded. */
function reportsOn({ lists, file }: Index, list: number): Int32Array {
  return Int32Array.from(new Set(lists.numbers(LIST_KINDS.mattersOn, list, file.state.events))).sort();
}

/** Whether a report, as recorded by a position, really matters on a day where some axes move. */
export function mattersOn(
  file: ReadModelFile,
  negotiation: string,
  { day, report }: Pick<Mattering, 'day' | 'report'>,
  recordedBy: Position,
  moving: Moving,
): boolean {
  const index = indexOf(file);
  const r = index.eventAt(recordedBy);
  const number = index.reportNumber(negotiation, report, r);
  if (number === undefined) return false;
  const corrections = laterOf(index, SCOPE.report, number, r).filter(({ type }) => type === 'ReportCorrected');
  const contents = [number, ...corrections.map(({ event }) => event)];
  return contents.some((content) => daysOfContent(index, content, r, moving).includes(day));
}

function daysOfContent(index: Index, content: number, r: number, moving: Moving): Day[] {
  return index.counted.rowsAt(content, r).flatMap(({ kFrom, kTo, seen }) => {
    const body = index.content(content);
    const { report, occurred, published, written } = seen;
    const claimants = claimantsIn(index, body, report, r);
    const inForce = {
      id: body.id,
      knownFrom: fromColumn(kFrom),
      knownTo: fromColumn(kTo),
      occurred,
      published,
      occurredAsWritten: index.names.idOf(Math.abs(written)),
      isDated: written > 0,
      firstPosition: BigInt(report),
      claimants,
      content: body,
    };
    return daysThatMatter(inForce, moving);
  });
}
