import type { At, Certainty } from '../../src/vocabulary/axes.js';
import { compare } from '../../src/vocabulary/compare.js';
import type { Day } from '../../src/vocabulary/day.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Position } from '../../src/vocabulary/position.js';
import { actorsNamed } from './actors-named.js';
import { issuesOf } from './issues-of-report.js';
import { namesMeeting, namesPlan } from './naming.js';
import { type StatementItem, statementItem } from './how-it-counts.js';
import { byStrength } from './order.js';
import { type StateAt, stateAt } from './state-at.js';
import { partiesOf, targetsOf } from './statements.js';
import type { Uncertain, VisibleReport } from './visible-reports.js';

export interface ReportItem {
  readonly id: string;
  readonly certainty: Certainty;
  readonly uncertain: Uncertain;
  readonly content: ReportContent;
  /** Of those on the propositions that are asked for: how each counts. */
  readonly statements?: readonly StatementItem[];
}

/** One value, or any of several. */
type AnyOf = string | readonly string[] | undefined;

/** What is asked for of the reports; what is left out is not asked. */
export interface ReportsAsked {
  /** Governs the range and the order; `occurred` if left out. */
  readonly axis?: 'occurred' | 'published' | 'recorded' | undefined;
  /** On an axis of days: its window overlaps them, both inclusive. */
  readonly days?: { readonly from?: Day | undefined; readonly to?: Day | undefined } | undefined;
  /** On the axis `recorded`: first recorded there, both inclusive. */
  readonly positions?: { readonly from?: Position | undefined; readonly to?: Position | undefined } | undefined;
  readonly type?: AnyOf;
  /** Named in it; with `proposition`: whose position it states. */
  readonly party?: AnyOf;
  readonly person?: AnyOf;
  readonly issue?: AnyOf;
  /** It states a position on it. */
  readonly proposition?: AnyOf;
  readonly meeting?: AnyOf;
  readonly plan?: AnyOf;
  readonly source?: AnyOf;
  readonly q?: string | undefined;
}

/** The visible reports that are asked for, each with its content in force, in the order of an axis. */
export function foldReports(log: readonly Recorded[], negotiation: string, at: At, asked: ReportsAsked = {}): ReportItem[] {
  const state = stateAt(log, negotiation, at);
  return state.reports
    .filter((report) => isWithin(report, asked) && isAskedFor(state, report, asked))
    .toSorted(ORDERS[asked.axis ?? 'occurred'])
    .map((report) => {
      const { id, certainty, uncertain, content } = report;
      const item = { id, certainty, uncertain, content: structuredClone(content) };
      return asked.proposition === undefined ? item : { ...item, statements: statementsAsked(state, report, asked) };
    });
}

/** The statements of a report that are on a proposition, and of a party, that is asked for. */
function statementsAsked(state: StateAt, report: VisibleReport, { proposition, party }: ReportsAsked): StatementItem[] {
  const parties = [...new Set(partiesOf(report.content))].filter((one) => isAny(one, party));
  const targets = targetsOf(report.content).filter(({ kind, id }) => kind === 'proposition' && isAny(id, proposition));
  const ids = [...new Set(targets.map(({ id }) => id))];
  return parties.flatMap((one) => ids.map((id) => statementItem(state, report, one, id)));
}

function isAny(value: string, asked: AnyOf): boolean {
  return asked === undefined || [asked].flat().includes(value);
}

function isOneOf(values: readonly string[], asked: AnyOf): boolean {
  return asked === undefined || values.some((value) => isAny(value, asked));
}

/** By publication: as the order of reports, but its window first. */
const ORDERS = {
  occurred: byStrength,
  published: (a: VisibleReport, b: VisibleReport) =>
    compare(a.published.lo, b.published.lo) || compare(a.published.hi, b.published.hi) || byStrength(a, b),
  recorded: (a: VisibleReport, b: VisibleReport) => compare(a.firstPosition, b.firstPosition),
};

function isWithin(report: VisibleReport, { axis = 'occurred', days = {}, positions = {} }: ReportsAsked): boolean {
  if (axis === 'recorded') {
    const { from = 0n, to = report.firstPosition } = positions;
    return from <= report.firstPosition && report.firstPosition <= to;
  }
  const { lo, hi } = report[axis];
  const { from = -Infinity, to = Infinity } = days;
  return hi >= from && lo <= to;
}

function isAskedFor(state: StateAt, report: VisibleReport, asked: ReportsAsked): boolean {
  const { content } = report;
  const { type, party, person, issue, proposition, meeting, plan, source, q } = asked;
  const named = actorsNamed(content);
  return (
    isAny(content.type, type) &&
    (proposition === undefined ? isOneOf(named, party) : statementsAsked(state, report, asked).length > 0) &&
    isOneOf(named, person) &&
    isOneOf(issuesOf(state, content), issue) &&
    (meeting === undefined || [meeting].flat().some((one) => namesMeeting(content, one))) &&
    (plan === undefined || [plan].flat().some((one) => namesPlan(content, one))) &&
    isAny(content.source.id, source) &&
    (q === undefined || content.summary.toLowerCase().includes(q.toLowerCase()))
  );
}
