import { Controller, Get, Param, Query, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PlansQuery } from '../../queries/plans/plans.query.js';
import { elsewhere } from '../asking/elsewhere.js';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import { Tracker } from '../asking/tracker.js';
import { Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageFilter } from '../rendering/page.filter.js';
import { PageInterceptor } from '../rendering/page.interceptor.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import type { Redirect } from '../rendering/redirect.js';
import { plansPage } from './plans.page.js';

@ApiExcludeController()
@UseInterceptors(PageInterceptor)
@UseFilters(PageFilter)
@Controller('n/:n/plans')
export class PlansPageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async show(
    @Param('n') n: string,
    @Query({ schema: axesOfPage }) query: PageQuestion,
    @FromReader() reader: Reader,
  ): Promise<Page | Redirect> {
    const redirect = elsewhere(query, reader);
    if (redirect !== undefined) return redirect;
    const view = await this.views.at(n, query, reader);
    const plans = await this.tracker.plans(n, view.fixed);
    const actors = plans.flatMap(({ by, stances }) => [...by.flatMap(({ value }) => value), ...stances.flatMap((stance) => stance.by)]);
    await this.tracker.nameActors(view.names, actors, n, view.fixed);
    const cited = await this.tracker.cited(n, '/plans', new PlansQuery(n, { ...view.fixed, limit: '500' }), reader);
    return plansPage({ view, plans, cited });
  }
}
