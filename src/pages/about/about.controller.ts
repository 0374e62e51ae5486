import { Get, Query } from '@nestjs/common';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { aboutPage } from './about.page.js';

@PageController('about')
export class AboutController {
  @Get()
  show(@Query({ schema: axesOfPage }) _query: PageQuestion, @FromReader() reader: Reader): Page {
    return aboutPage(reader);
  }
}
