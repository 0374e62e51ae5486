import type { Query } from '@nestjs/cqrs';
import { ActivityQuery } from './activity/activity.query.js';
import { ReportsBesideQuery } from './beside/reports-beside.query.js';
import { ChangesQuery } from './changes/changes.query.js';
import { EntriesQuery, EntryQuery } from './entries/entries.query.js';
import { ExportQuery } from './export/export.query.js';
import { IssueStateQuery } from './issue-state/issue-state.query.js';
import { IssuesQuery } from './issues/issues.query.js';
import { MatrixQuery } from './matrix/matrix.query.js';
import { LogRootQuery } from './log-root/log-root.query.js';
import { MeetingQuery, MeetingsQuery } from './meetings/meetings.query.js';
import { NearIdsQuery } from './named/near-ids.query.js';
import { UsedPropositionQuery } from './named/used-proposition.query.js';
import { NegotiationQuery, NegotiationsQuery } from './negotiations/negotiations.query.js';
import { PlanQuery, PlansQuery } from './plans/plans.query.js';
import { ReplayQuery } from './replay/replay.query.js';
import { ReportHistoryQuery } from './reports/report-history.query.js';
import { ReportQuery } from './reports/report.query.js';
import { ReportsQuery } from './reports/reports.query.js';
import { SearchQuery } from './search/search.query.js';
import { ExpiredStancesQuery } from './stances/expired-stances.query.js';
import { StancesQuery } from './stances/stances.query.js';

type QueryClass = abstract new (...values: never[]) => Query<unknown>;

/** About one thing each: what they cost is bounded by what is said of it. */
export const SHORT_QUERIES = {
  NegotiationsQuery,
  NegotiationQuery,
  IssueStateQuery,
  PlanQuery,
  MeetingQuery,
  ReportQuery,
  ReportHistoryQuery,
  EntryQuery,
  UsedPropositionQuery,
  ReportsBesideQuery,
  LogRootQuery,
} satisfies Record<string, QueryClass>;

/** About many things, or the whole of a negotiation: what they cost grows with it. */
export const LONG_QUERIES = {
  IssuesQuery,
  MatrixQuery,
  StancesQuery,
  ExpiredStancesQuery,
  PlansQuery,
  MeetingsQuery,
  ReportsQuery,
  EntriesQuery,
  SearchQuery,
  ChangesQuery,
  ActivityQuery,
  ReplayQuery,
  ExportQuery,
  NearIdsQuery,
} satisfies Record<string, QueryClass>;

/** Every query, by the name of its class. */
export const QUERY_CLASSES: Readonly<Record<string, QueryClass>> = { ...SHORT_QUERIES, ...LONG_QUERIES };

const NAMES = new Map<unknown, string>(Object.entries(QUERY_CLASSES).map(([name, of]) => [of, name]));

/** The name of a query's class, as all threads know it: where classes are put into one file, their own names may be others. */
export function nameOf(query: object): string {
  return NAMES.get(query.constructor) ?? query.constructor.name;
}

export function isLong(name: string): boolean {
  return name in LONG_QUERIES;
}
