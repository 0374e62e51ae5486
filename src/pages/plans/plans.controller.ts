import { Get, Param, Query } from '@nestjs/common';
import { PlansQuery } from '../../queries/plans/plans.query.js';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import { titledIn } from '../asking/named.js';
import { Tracker } from '../asking/tracker.js';
import { Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { plansPage } from './plans.page.js';

/** The plans of a negotiation with their points. */
@PageController('n/:n/plans')
export class PlansPageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@Param('n') n: string, @Query({ schema: axesOfPage }) query: PageQuestion, @FromReader() reader: Reader): Promise<Page> {
    const view = await this.views.at(n, query, reader);
    const plans = (await this.tracker.plans(n, view.fixed)).map((plan) => titledIn(reader.language, plan));
    const actors = plans.flatMap(({ by, stances }) => [...by.flatMap(({ value }) => value), ...stances.flatMap((stance) => stance.by)]);
    await this.tracker.nameActors(view.names, actors, n, view.fixed);
    const cited = await this.tracker.cited(n, '/plans', new PlansQuery(n, { ...view.fixed, limit: '500' }), reader);
    return plansPage({ view, plans, cited });
  }
}
