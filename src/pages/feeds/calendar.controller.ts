import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { titledIn } from '../asking/named.js';
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
    const asked = await this.views.asked(n, query);
    const [view, told] = await Promise.all([this.views.of(asked, reader, { hasTimeBar: false }), this.tracker.meetings(n, asked.fixed)]);
    const meetings = told.map((meeting) => titledIn(reader.language, meeting));
    // How often a calendar was told of a meeting is how many reports there are of it.
    const reports = await this.tracker.reportsOfEach(
      n,
      view.fixed,
      'meeting',
      meetings.map(({ id }) => id),
    );
    const counts = new Map([...reports].map(([id, { length }]) => [id, length]));
    return sendText(calendarOf(meetings, counts, view), HEADERS, request, reply);
  }
}
