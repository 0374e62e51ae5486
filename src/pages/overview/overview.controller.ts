import { Get, Param, Query } from '@nestjs/common';
import { NegotiationQuery } from '../../queries/negotiations/negotiations.query.js';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import { Tracker } from '../asking/tracker.js';
import { Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { latestWeeks } from './latest-weeks.js';
import { overviewPage } from './overview.page.js';

/** Issues whose state the overview tells in full; of more it tells what the list of issues says. */
const MOST_IN_FULL = 40;

/** The first page of a negotiation: where each issue stands. */
@PageController('n/:n')
export class OverviewController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@Param('n') n: string, @Query({ schema: axesOfPage }) query: PageQuestion, @FromReader() reader: Reader): Promise<Page> {
    const view = await this.views.at(n, query, reader, { countsIssues: true });
    const [states, weeks, cited] = await Promise.all([
      Promise.all(view.issues.slice(0, MOST_IN_FULL).map(({ id }) => this.tracker.issueState(n, id, view.fixed))),
      latestWeeks(view, this.tracker),
      this.tracker.cited(n, '', new NegotiationQuery(n, view.fixed), reader),
    ]);
    return overviewPage({ view, cited, weeks, states: new Map(states.map((state) => [state.id, state])) });
  }
}
