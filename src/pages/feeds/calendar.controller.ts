import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import { Tracker } from '../asking/tracker.js';
import { Views } from '../asking/view.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { sendText } from '../rendering/send-text.js';
import { calendarOf } from './calendar.js';

const HEADERS = { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="meetings.ics"' };

/** The meetings of a negotiation for a calendar to subscribe to. */
@ApiExcludeController()
@Controller('n/:n/meetings.ics')
export class CalendarController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async calendar(
    @Param('n') n: string,
    @Query({ schema: axesOfPage }) query: PageQuestion,
    @FromReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const view = await this.views.at(n, query, reader, { hasTimeBar: false });
    const meetings = await this.views.meetings(view);
    // How often a calendar was told of a meeting is how many reports there are of it.
    const reports = await Promise.all(
      meetings.map(async ({ id }): Promise<[string, number]> => [
        id,
        (await this.tracker.reports(n, { ...view.fixed, meeting: id })).length,
      ]),
    );
    return sendText(calendarOf(meetings, new Map(reports), view), HEADERS, request, reply);
  }
}
