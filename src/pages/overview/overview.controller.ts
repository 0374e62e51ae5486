import { Get, Param, Query } from '@nestjs/common';
import { titledIn } from '../asking/named.js';
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
    const asked = await this.views.askedCited(n, query, reader);
    const told = this.tracker.issues(n, asked.fixed, true);
    const inFull = told.then(async (issues) =>
      Promise.all(issues.slice(0, MOST_IN_FULL).map(({ id }) => this.tracker.issueState(n, id, asked.fixed))),
    );
    const [issues, states, weeks, view] = await Promise.all([
      told,
      inFull,
      latestWeeks(asked, this.tracker),
      this.views.of(asked, reader, { issues: told }),
    ]);
    const { language } = reader;
    return overviewPage({
      view,
      cited: asked.cited,
      weeks,
      issues: issues.map((issue) => titledIn(language, issue)),
      states: new Map(states.map((state) => [state.id, state])),
    });
  }
}
