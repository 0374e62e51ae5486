import { Controller, Get, Query, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import type { Page } from '../rendering/document.js';
import { PageFilter } from '../rendering/page.filter.js';
import { PageInterceptor } from '../rendering/page.interceptor.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { aboutPage } from './about.page.js';

@ApiExcludeController()
@UseInterceptors(PageInterceptor)
@UseFilters(PageFilter)
@Controller('about')
export class AboutController {
  @Get()
  show(@Query({ schema: axesOfPage }) _query: PageQuestion, @FromReader() reader: Reader): Page {
    return aboutPage(reader);
  }
}
