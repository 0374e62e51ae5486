import { Get, Query } from '@nestjs/common';
import { urlOf } from '../../http/answer.js';
import { OpenNegotiations } from '../../http/caller.js';
import { axesIn } from '../asking/perspective.js';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import { Tracker } from '../asking/tracker.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { Redirect } from '../rendering/redirect.js';
import { startPage } from './start.page.js';

/** The first page: the negotiations, or at once the only one. */
@PageController()
export class StartController {
  constructor(private readonly tracker: Tracker) {}

  @Get()
  async show(
    @Query({ schema: axesOfPage }) query: PageQuestion,
    @FromReader() reader: Reader,
    @OpenNegotiations() open: readonly string[] | null,
  ): Promise<Page | Redirect> {
    const listed = await this.tracker.negotiations(axesIn(query), open, reader);
    const [only, ...others] = listed.items;
    // A list that is cited stays one.
    if (only !== undefined && others.length === 0 && query.recordedBy === undefined)
      return new Redirect(urlOf(`/n/${only.id}`, { lang: query.lang }));
    return startPage({ ...listed, reader });
  }
}
