import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HttpModule } from '../http/http.module.js';
import { ActivityController } from './activity/activity.controller.js';
import { ChangesController } from './changes/changes.controller.js';
import { EntriesController } from './entries/entries.controller.js';
import { ExportController } from './export/export.controller.js';
import { IssueStateController } from './issue-state/issue-state.controller.js';
import { IssuesController } from './issues/issues.controller.js';
import { MatrixController } from './matrix/matrix.controller.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { NegotiationsController } from './negotiations/negotiations.controller.js';
import { PlansController } from './plans/plans.controller.js';
import { ReplayController } from './replay/replay.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { SearchController } from './search/search.controller.js';
import { StancesController } from './stances/stances.controller.js';
import { StoredEntriesController } from './stored/stored-entries.controller.js';
import { StoredReportController } from './stored/stored-report.controller.js';

/** What is asked of the reading side over HTTP: a line per slice. */
@Module({
  imports: [CqrsModule, HttpModule],
  controllers: [
    NegotiationsController,
    IssuesController,
    IssueStateController,
    MatrixController,
    StancesController,
    PlansController,
    MeetingsController,
    ReportsController,
    EntriesController,
    SearchController,
    ChangesController,
    ActivityController,
    ReplayController,
    ExportController,
    StoredEntriesController,
    StoredReportController,
  ],
})
export class QueriesModule {}
