import type { IQueryHandler, Query } from '@nestjs/cqrs';
import { ActivityHandler, ActivityQuery } from './activity/activity.query.js';
import { ReportsBesideHandler, ReportsBesideQuery } from './beside/reports-beside.query.js';
import { ChangesHandler, ChangesQuery } from './changes/changes.query.js';
import { EntriesHandler, EntriesQuery, EntryHandler, EntryQuery } from './entries/entries.query.js';
import { ExportHandler, ExportQuery } from './export/export.query.js';
import { IssueStateHandler, IssueStateQuery } from './issue-state/issue-state.query.js';
import { IssuesHandler, IssuesQuery } from './issues/issues.query.js';
import { MatrixHandler, MatrixQuery } from './matrix/matrix.query.js';
import { LogRootHandler, LogRootQuery } from './log-root/log-root.query.js';
import { MeetingHandler, MeetingQuery, MeetingsHandler, MeetingsQuery } from './meetings/meetings.query.js';
import { NearIdsHandler, NearIdsQuery } from './named/near-ids.query.js';
import { UsedPropositionHandler, UsedPropositionQuery } from './named/used-proposition.query.js';
import { NegotiationHandler, NegotiationQuery, NegotiationsHandler, NegotiationsQuery } from './negotiations/negotiations.query.js';
import { PlanHandler, PlanQuery, PlansHandler, PlansQuery } from './plans/plans.query.js';
import { ReplayHandler, ReplayQuery } from './replay/replay.query.js';
import { ReportHistoryHandler, ReportHistoryQuery } from './reports/report-history.query.js';
import { ReportHandler, ReportQuery } from './reports/report.query.js';
import { ReportsOfEachHandler, ReportsOfEachQuery } from './reports/reports-of-each.query.js';
import { ReportsHandler, ReportsQuery } from './reports/reports.query.js';
import { SearchHandler, SearchQuery } from './search/search.query.js';
import { ExpiredStancesHandler, ExpiredStancesQuery } from './stances/expired-stances.query.js';
import { StancesHandler, StancesQuery } from './stances/stances.query.js';

type QueryClass<Q extends Query<unknown> = Query<unknown>> = abstract new (...values: never[]) => Q;
type HandlerClass<Q extends Query<unknown>> = new (...parts: never[]) => IQueryHandler<Q>;

/** A query and what answers it. */
interface View {
  readonly query: QueryClass;
  readonly handler: HandlerClass<never>;
  /** What to ask for instead where the answer takes too long. */
  readonly instead: string | undefined;
}

const A_PAGE = 'fewer at a time by `limit`, a page after the other';
const A_SPAN = 'a shorter span, or an `issue`';

/** About one thing each: what they cost is bounded by what is said of it. */
const SHORT = [
  view(NegotiationsQuery, NegotiationsHandler),
  view(NegotiationQuery, NegotiationHandler),
  view(IssueStateQuery, IssueStateHandler),
  view(PlanQuery, PlanHandler),
  view(MeetingQuery, MeetingHandler),
  view(ReportQuery, ReportHandler),
  view(ReportHistoryQuery, ReportHistoryHandler),
  view(EntryQuery, EntryHandler),
  view(UsedPropositionQuery, UsedPropositionHandler),
  view(ReportsBesideQuery, ReportsBesideHandler),
  view(LogRootQuery, LogRootHandler),
];

/** About many things, or the whole of a negotiation: what they cost grows with it. */
const LONG = [
  view(IssuesQuery, IssuesHandler, A_PAGE),
  view(MatrixQuery, MatrixHandler, 'fewer issues by `issue`'),
  view(StancesQuery, StancesHandler, `${A_PAGE}, or an \`issue\``),
  view(ExpiredStancesQuery, ExpiredStancesHandler, `${A_PAGE}, or an \`issue\``),
  view(PlansQuery, PlansHandler, A_PAGE),
  view(MeetingsQuery, MeetingsHandler, A_PAGE),
  view(ReportsQuery, ReportsHandler, `${A_PAGE}, or a shorter span`),
  view(ReportsOfEachQuery, ReportsOfEachHandler),
  view(EntriesQuery, EntriesHandler, A_PAGE),
  view(SearchQuery, SearchHandler, 'more words, or an `issue`'),
  view(ChangesQuery, ChangesHandler, `${A_SPAN}, or a page by \`limit\``),
  view(ActivityQuery, ActivityHandler, `${A_SPAN}, or \`changes=false\``),
  view(ReplayQuery, ReplayHandler, A_SPAN),
  view(ExportQuery, ExportHandler),
  view(NearIdsQuery, NearIdsHandler),
];

/** What answers the queries. */
export const QUERY_HANDLERS = [...SHORT, ...LONG].map(({ handler }) => handler);

/** Every query, by the name of its class. */
export const QUERY_CLASSES: Readonly<Record<string, QueryClass>> = byName([...SHORT, ...LONG]);

const LONG_QUERIES = byName(LONG);

const INSTEAD = new Map([...SHORT, ...LONG].map(({ query, instead }) => [query.name, instead]));

const NAMES = new Map<unknown, string>(Object.entries(QUERY_CLASSES).map(([name, of]) => [of, name]));

/** The name of a query's class, as all threads know it: where classes are put into one file, their own names may be others. */
export function nameOf(query: object): string {
  return NAMES.get(query.constructor) ?? query.constructor.name;
}

/** What to ask for instead where working out the answer to a query takes too long; undefined where nothing is known to cost less. */
export function insteadOf(name: string): string | undefined {
  return INSTEAD.get(name);
}

/** Whether a query is about many things, by the name of its class. */
export function isLong(name: string): boolean {
  return Object.hasOwn(LONG_QUERIES, name);
}

function view<Q extends Query<unknown>>(query: QueryClass<Q>, handler: HandlerClass<Q>, instead?: string): View {
  return { query, handler, instead };
}

function byName(views: readonly View[]): Readonly<Record<string, QueryClass>> {
  return Object.fromEntries(views.map(({ query }) => [query.name, query]));
}
