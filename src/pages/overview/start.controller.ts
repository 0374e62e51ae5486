import { Controller, Get, Query, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { urlOf } from '../../http/answer.js';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import { Tracker } from '../asking/tracker.js';
import type { Page } from '../rendering/document.js';
import { PageFilter } from '../rendering/page.filter.js';
import { PageInterceptor } from '../rendering/page.interceptor.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { Redirect } from '../rendering/redirect.js';
import { startPage } from './start.page.js';

/** The first page: the negotiations, or at once the only one. */
@ApiExcludeController()
@UseInterceptors(PageInterceptor)
@UseFilters(PageFilter)
@Controller()
export class StartController {
  constructor(private readonly tracker: Tracker) {}

  @Get()
  async show(@Query({ schema: axesOfPage }) { lang }: PageQuestion, @FromReader() reader: Reader): Promise<Page | Redirect> {
    const negotiations = await this.tracker.negotiations();
    const [only, ...others] = negotiations;
    if (only !== undefined && others.length === 0) return new Redirect(urlOf(`/n/${only.id}`, { lang }));
    return startPage(negotiations, reader);
  }
}
