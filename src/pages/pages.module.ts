import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HttpModule } from '../http/http.module.js';
import { Tracker } from './asking/tracker.js';
import { Views } from './asking/view.js';
import { AboutController } from './about/about.controller.js';
import { ChangesPageController } from './changes/changes.controller.js';
import { IssueStatePageController } from './issue-state/issue-state.controller.js';
import { MeetingsPageController } from './meetings/meetings.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { StartController } from './overview/start.controller.js';
import { PartyPageController } from './party/party.controller.js';
import { PlansPageController } from './plans/plans.controller.js';
import { ReplayPageController } from './replay/replay.controller.js';
import { ReportPageController } from './report/report.controller.js';
import { SearchPageController } from './search/search.controller.js';
import { SourcePageController } from './source/source.controller.js';
import { TimelinePageController } from './timeline/timeline.controller.js';
import { CalendarController } from './feeds/calendar.controller.js';
import { ChangesFeedController } from './feeds/changes-feed.controller.js';
import { IssueOutletsController } from './issue-state/issue-outlets.controller.js';
import { AssetsController } from './rendering/assets.controller.js';

/** The web page: a line per screen. */
@Module({
  imports: [CqrsModule, HttpModule],
  controllers: [
    StartController,
    OverviewController,
    IssueStatePageController,
    IssueOutletsController,
    ChangesPageController,
    ReplayPageController,
    TimelinePageController,
    MeetingsPageController,
    PlansPageController,
    PartyPageController,
    SourcePageController,
    ReportPageController,
    SearchPageController,
    ChangesFeedController,
    CalendarController,
    AboutController,
    AssetsController,
  ],
  providers: [Tracker, Views],
})
export class PagesModule {}
