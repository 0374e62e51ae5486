import type { At } from '../../src/vocabulary/axes.js';
import { compare } from '../../src/vocabulary/compare.js';
import type { Day } from '../../src/vocabulary/day.js';
import type { DayWindow } from '../../src/vocabulary/edtf-window.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { sameContent } from '../../src/vocabulary/same-content.js';
import { withoutRepeats } from './order.js';
import { absent, elementsOf, type StateElement } from './state-elements.js';
import { stateAt } from './state-at.js';
import { type VisibleReport, visibleReports } from './visible-reports.js';

export interface ChangeItem {
  readonly issue: string | null;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The reports that only one of the two rests on, by id. */
  readonly inOneEvidence: readonly string[];
}

/** What is different between two states, by issue and path: two folds, compared. @param from null is the empty state */
export function foldChanges(log: readonly Recorded[], negotiation: string, from: At | null, to: At, issue?: string): ChangeItem[] {
  const before = elementsBy(log, negotiation, from);
  const after = elementsBy(log, negotiation, to);
  return withoutRepeats([...before.keys(), ...after.keys()])
    .toSorted(compare)
    .flatMap((key) => change(before.get(key), after.get(key)))
    .filter((each) => issue === undefined || each.issue === issue);
}

type Dated = StateElement & { readonly asOf: Day };

function elementsBy(log: readonly Recorded[], negotiation: string, at: At | null): Map<string, Dated> {
  if (at === null) return new Map();
  return new Map(elementsOf(stateAt(log, negotiation, at)).map((element) => [keyOf(element), { ...element, asOf: at.asOf }]));
}

/** The reports that are told otherwise at one point than at the other, or only at one of them; that one is certain by now is the work of time. */
export function toldOtherwise(log: readonly Recorded[], negotiation: string, from: At | null, to: At): ReadonlySet<string> {
  const [before, after] = [from, to].map((at) => (at === null ? [] : visibleReports(log, negotiation, at)));
  const ids = [...(before ?? []), ...(after ?? [])].map(({ id }) => id);
  const toldIn = (reports: readonly VisibleReport[] | undefined, id: string) => {
    const report = reports?.find((each) => each.id === id);
    return report && [report.content, textOf(report.occurred), textOf(report.published)];
  };
  return new Set(ids.filter((id) => !sameContent(toldIn(before, id) ?? null, toldIn(after, id) ?? null)));
}

/** JSON knows no infinity. */
function textOf({ lo, hi }: DayWindow): string {
  return `${String(lo)}/${String(hi)}`;
}

/** Orders and tells apart; what is on no issue comes first. */
export function keyOf({ issue, path }: Pick<ChangeItem, 'issue' | 'path'>): string {
  return `${issue ?? ''} ${path}`;
}

function change(before: Dated | undefined, after: Dated | undefined): ChangeItem[] {
  const told = after ?? before;
  if (told === undefined || sameContent(ageless(before, told.path), ageless(after, told.path))) return [];
  const { issue, path } = told;
  const [old, young] = [before?.evidence ?? [], after?.evidence ?? []];
  const inOneEvidence = withoutRepeats([...old, ...young]).filter((id) => old.includes(id) !== young.includes(id));
  const [was, is] = [before, after].map((each) => each?.element ?? absent(path));
  return [{ issue, path, before: was, after: is, inOneEvidence: inOneEvidence.toSorted(compare) }];
}

/** To grow older is no change: an age as the day from which it counts. */
function ageless(dated: Dated | undefined, path: string): unknown {
  if (dated === undefined) return absent(path);
  const { element, asOf } = dated;
  const isAged = typeof element === 'object' && element !== null && 'ageDays' in element && typeof element.ageDays === 'number';
  return isAged ? { ...element, ageDays: asOf - (element.ageDays as number) } : element;
}
