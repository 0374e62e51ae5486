import { MOST_SAME_ACCOUNT } from '../../ports/reports-beside.js';
import { accountOf } from '../../vocabulary/account.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';
import type { ReportType } from '../../vocabulary/events/report-content.js';
import { firstNotBelow } from './halving.js';
import { LIST_KINDS, namingKind } from '../tables/list-kinds.js';
import type { NameKind } from '../tables/names.js';
import type { Index } from './opened-lists.js';
import type { Point } from './point.js';

/** So many reports of a source, the latest, are looked at. */
const LOOKED_AT = 500;

/** An account that a report gives. */
interface Given {
  readonly negotiation: string;
  /** Of the report, which is left out. */
  readonly id: string;
  readonly type: ReportType;
  readonly source: string;
  readonly account: string;
  /** One of the things that every report of that account names. */
  readonly names: { readonly kind: NameKind; readonly id: string };
}

/**
 * The ids of the reports that are counted at a point and give the same account of the same days, the latest first.
 * @param days the report's `occurred` as it counts
 */
export function reportsWithTheAccount(index: Index, given: Given, days: DayWindow, point: Point): string[] {
  const { negotiation, id, account, names } = given;
  const source = index.names.numberOf('source', negotiation, given.source);
  const bySource = source === undefined ? [] : index.lists.numbers(LIST_KINDS.ofSource, source, point.r);
  const named = bySource.length === 0 ? undefined : index.names.numberOf(names.kind, negotiation, names.id);
  if (named === undefined) return [];
  const naming = index.lists.numbers(namingKind(given.type), named, point.r);
  const found: string[] = [];
  for (let i = bySource.length - 1; i >= Math.max(0, bySource.length - LOOKED_AT) && found.length < MOST_SAME_ACCOUNT; i -= 1) {
    const content = bySource[i] as number;
    if (!holds(naming, content)) continue;
    const seen = index.counted.of(content, point);
    if (seen?.occurred.lo !== days.lo || seen.occurred.hi !== days.hi) continue;
    const other = index.subjectOf(seen.report);
    if (other !== id && !found.includes(other) && accountOf(index.content(content)) === account) found.push(other);
  }
  return found;
}

/** Whether a list holds a content: contents come onto lists in the order in which they are recorded. */
function holds(list: Int32Array, content: number): boolean {
  return list[firstNotBelow(list, content)] === content;
}
