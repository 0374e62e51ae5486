import { Controller, Get, Param, Query, Req, Res, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import type { IssueState } from '../asking/issue-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type View, Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { DRAWING_HEADERS } from '../rendering/page-headers.js';
import { PageFilter } from '../rendering/page.filter.js';
import { PageInterceptor } from '../rendering/page.interceptor.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { sendText } from '../rendering/send-text.js';
import { embeddedPage } from './embedded.page.js';
import { matrixDrawing } from './matrix-drawing.js';
import { type Matrix, matrixOf } from './matrix.js';
import { heldIn, stateInLanguage } from './state-in-language.js';

interface Asked {
  readonly state: IssueState;
  readonly matrix: Matrix;
  readonly view: View;
}

/** The matrix of an issue for use elsewhere: as a drawing, and within pages of others. */
@ApiExcludeController()
@Controller()
export class IssueOutletsController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get('n/:n/issues/:i/matrix.svg')
  async drawing(
    @Param('n') n: string,
    @Param('i') i: string,
    @Query({ schema: axesOfPage }) query: PageQuestion,
    @FromReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const { state, matrix, view } = await this.state(n, i, query, reader);
    return sendText(matrixDrawing(state, matrix, view), DRAWING_HEADERS, request, reply);
  }

  @Get('embed/:n/issues/:i')
  @UseInterceptors(PageInterceptor)
  @UseFilters(PageFilter)
  async embedded(
    @Param('n') n: string,
    @Param('i') i: string,
    @Query({ schema: axesOfPage }) query: PageQuestion,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    // Its links lead to the whole page.
    const whole = { ...reader, path: reader.path.replace('/embed/', '/n/') };
    const { state, matrix, view } = await this.state(n, i, query, whole);
    return embeddedPage(state, matrix, view);
  }

  private async state(n: string, i: string, query: PageQuestion, reader: Reader): Promise<Asked> {
    const view = await this.views.at(n, query, reader, { hasTimeBar: false });
    const [told, expired] = await Promise.all([this.tracker.issueState(n, i, view.fixed), this.tracker.expired(n, i, view.fixed)]);
    const state = stateInLanguage(reader.language, told);
    await this.tracker.nameActors(
      view.names,
      state.stances.flatMap(({ by }) => by),
      n,
      view.fixed,
    );
    const once = expired.map((one) => heldIn(reader.language, one));
    return { state, matrix: matrixOf(state, once, view.negotiation.principals), view };
  }
}
