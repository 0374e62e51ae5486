import { Module } from '@nestjs/common';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { EventLog } from '../read-model/reading/event-log.js';
import { Asking } from './asking/asking.js';
import { ActivityHandler } from './activity/activity.query.js';
import { ReportsBesideHandler } from './beside/reports-beside.query.js';
import { ChangesHandler } from './changes/changes.query.js';
import { EntriesHandler, EntryHandler } from './entries/entries.query.js';
import { ExportHandler } from './export/export.query.js';
import { IssueStateHandler } from './issue-state/issue-state.query.js';
import { IssuesHandler } from './issues/issues.query.js';
import { MatrixHandler } from './matrix/matrix.query.js';
import { LogRootHandler } from './log-root/log-root.query.js';
import { MeetingHandler, MeetingsHandler } from './meetings/meetings.query.js';
import { NearIdsHandler } from './named/near-ids.query.js';
import { UsedPropositionHandler } from './named/used-proposition.query.js';
import { NegotiationHandler, NegotiationsHandler } from './negotiations/negotiations.query.js';
import { PlanHandler, PlansHandler } from './plans/plans.query.js';
import { onTheFileInUse } from './on-the-file-in-use.js';
import { ReplayHandler } from './replay/replay.query.js';
import { ReportHistoryHandler } from './reports/report-history.query.js';
import { ReportHandler } from './reports/report.query.js';
import { ReportsHandler } from './reports/reports.query.js';
import { SearchHandler } from './search/search.query.js';
import { ExpiredStancesHandler } from './stances/expired-stances.query.js';
import { StancesHandler } from './stances/stances.query.js';

/** What answers the queries, in whichever thread it does: a line per slice. */
@Module({
  imports: [CqrsModule],
  providers: [
    Asking,
    EventLog,
    NegotiationsHandler,
    NegotiationHandler,
    IssuesHandler,
    IssueStateHandler,
    MatrixHandler,
    StancesHandler,
    ExpiredStancesHandler,
    PlansHandler,
    PlanHandler,
    MeetingsHandler,
    MeetingHandler,
    ReportsHandler,
    ReportHandler,
    ReportHistoryHandler,
    EntriesHandler,
    EntryHandler,
    SearchHandler,
    ChangesHandler,
    ActivityHandler,
    ReplayHandler,
    ExportHandler,
    NearIdsHandler,
    UsedPropositionHandler,
    ReportsBesideHandler,
    LogRootHandler,
  ],
})
export class QueryHandlersModule {
  constructor(queries: QueryBus) {
    onTheFileInUse(queries);
  }
}
