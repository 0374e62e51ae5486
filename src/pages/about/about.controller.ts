import { Get, Query } from '@nestjs/common';
import { Clock } from '../../ports/clock.js';
import { Program } from '../../ports/program.js';
import { dayOfInstant, formatDay } from '../../vocabulary/day.js';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { aboutPage } from './about.page.js';

/** What this is, and how to read it. */
@PageController('about')
export class AboutController {
  constructor(
    private readonly program: Program,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Query({ schema: axesOfPage }) _query: PageQuestion, @FromReader() reader: Reader): Page {
    return aboutPage({ reader, program: this.program, day: formatDay(dayOfInstant(this.clock.now())) });
  }
}
