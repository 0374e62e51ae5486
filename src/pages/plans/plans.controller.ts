import { Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../vocabulary/actor.js';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import { titledIn } from '../asking/named.js';
import type { Plan } from '../asking/plan-shapes.js';
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
    const asked = await this.views.asked(n, query);
    const told = this.tracker.plansCited(n, asked.fixed, reader);
    const actors = told.then(({ items }) => items.flatMap(actorsOf));
    const [{ items, cited }, view] = await Promise.all([told, this.views.of(asked, reader, { actors })]);
    return plansPage({ view, plans: items.map((plan) => titledIn(reader.language, plan)), cited });
  }
}

/** Who gave a plan, and who says what of it. */
function actorsOf({ by, stances }: Plan): Actor[] {
  return [...by.flatMap(({ value }) => value), ...stances.flatMap((stance) => stance.by)];
}
