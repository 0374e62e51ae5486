import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HttpModule } from '../http/http.module.js';
import { EventLog } from '../read-model/event-log.js';
import { Asking } from './asking/asking.js';
import { ChangesController } from './changes/changes.controller.js';
import { ChangesHandler } from './changes/changes.query.js';
import { EntriesController } from './entries/entries.controller.js';
import { EntriesHandler, EntryHandler } from './entries/entries.query.js';
import { ExportController } from './export/export.controller.js';
import { ExportHandler } from './export/export.query.js';
import { IssueStateController } from './issue-state/issue-state.controller.js';
import { IssueStateHandler } from './issue-state/issue-state.query.js';
import { IssuesController } from './issues/issues.controller.js';
import { IssuesHandler } from './issues/issues.query.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { MeetingHandler, MeetingsHandler } from './meetings/meetings.query.js';
import { NegotiationsController } from './negotiations/negotiations.controller.js';
import { NegotiationHandler, NegotiationsHandler } from './negotiations/negotiations.query.js';
import { PlansController } from './plans/plans.controller.js';
import { PlanHandler, PlansHandler } from './plans/plans.query.js';
import { ReplayController } from './replay/replay.controller.js';
import { ReplayHandler } from './replay/replay.query.js';
import { ReportHandler, ReportHistoryHandler } from './reports/report.query.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReportsHandler } from './reports/reports.query.js';
import { StancesController } from './stances/stances.controller.js';
import { StancesHandler } from './stances/stances.query.js';

/** The table of contents of the reading side: a line per slice. */
@Module({
  imports: [CqrsModule, HttpModule],
  controllers: [
    NegotiationsController,
    IssuesController,
    IssueStateController,
    StancesController,
    PlansController,
    MeetingsController,
    ReportsController,
    EntriesController,
    ChangesController,
    ReplayController,
    ExportController,
  ],
  providers: [
    Asking,
    EventLog,
    NegotiationsHandler,
    NegotiationHandler,
    IssuesHandler,
    IssueStateHandler,
    StancesHandler,
    PlansHandler,
    PlanHandler,
    MeetingsHandler,
    MeetingHandler,
    ReportsHandler,
    ReportHandler,
    ReportHistoryHandler,
    EntriesHandler,
    EntryHandler,
    ChangesHandler,
    ReplayHandler,
    ExportHandler,
  ],
})
export class QueriesModule {}
