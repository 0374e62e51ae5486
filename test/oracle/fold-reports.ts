import type { At, Certainty } from '../../src/vocabulary/axes.js';
import { compare } from '../../src/vocabulary/compare.js';
import type { Day } from '../../src/vocabulary/day.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Position } from '../../src/vocabulary/position.js';
import { actorsNamed } from './actors-named.js';
import { issuesOf } from './issues-of-report.js';
import { namesMeeting, namesPlan } from './naming.js';
import { byStrength } from './order.js';
import { type StateAt, stateAt } from './state-at.js';
import type { Uncertain, VisibleReport } from './visible-reports.js';

export interface ReportItem {
  readonly id: string;
  readonly certainty: Certainty;
  readonly uncertain: Uncertain;
  readonly content: ReportContent;
}

/** What is asked for of the reports; what is left out is not asked. */
export interface ReportsAsked {
  /** Governs the range and the order; `occurred` if left out. */
  readonly axis?: 'occurred' | 'published' | 'recorded' | undefined;
  /** On an axis of days: its window overlaps them, both inclusive. */
  readonly days?: { readonly from?: Day | undefined; readonly to?: Day | undefined } | undefined;
  /** On the axis `recorded`: first recorded there, both inclusive. */
  readonly positions?: { readonly from?: Position | undefined; readonly to?: Position | undefined } | undefined;
  readonly type?: string | undefined;
  readonly party?: string | undefined;
  readonly person?: string | undefined;
  readonly issue?: string | undefined;
  readonly meeting?: string | undefined;
  readonly plan?: string | undefined;
  readonly source?: string | undefined;
  readonly q?: string | undefined;
}

/** The visible reports that are asked for, each with its content in force, in the order of an axis. */
export function foldReports(log: readonly Recorded[], negotiation: string, at: At, asked: ReportsAsked = {}): ReportItem[] {
  const state = stateAt(log, negotiation, at);
  return state.reports
    .filter((report) => isWithin(report, asked) && isAskedFor(state, report, asked))
    .toSorted(ORDERS[asked.axis ?? 'occurred'])
    .map(({ id, certainty, uncertain, content }) => ({ id, certainty, uncertain, content: structuredClone(content) }));
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

function isAskedFor(state: StateAt, { content }: VisibleReport, asked: ReportsAsked): boolean {
  const { type, party, person, issue, meeting, plan, source, q } = asked;
  const named = actorsNamed(content);
  return (
    (type === undefined || content.type === type) &&
    (party === undefined || named.includes(party)) &&
    (person === undefined || named.includes(person)) &&
    (issue === undefined || issuesOf(state, content).includes(issue)) &&
    (meeting === undefined || namesMeeting(content, meeting)) &&
    (plan === undefined || namesPlan(content, plan)) &&
    (source === undefined || content.source.id === source) &&
    (q === undefined || content.summary.toLowerCase().includes(q.toLowerCase()))
  );
}
