import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HttpModule } from '../http/http.module.js';
import { Tracker } from './asking/tracker.js';
import { Views } from './asking/view.js';
import { IssueStatePageController } from './issue-state/issue-state.controller.js';
import { OverviewController } from './overview/overview.controller.js';
import { StartController } from './overview/start.controller.js';
import { AssetsController } from './rendering/assets.controller.js';

/** The web page: a line per screen. */
@Module({
  imports: [CqrsModule, HttpModule],
  controllers: [StartController, OverviewController, IssueStatePageController, AssetsController],
  providers: [Tracker, Views],
})
export class PagesModule {}
