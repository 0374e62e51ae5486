import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { MeetingsQuery } from '../../queries/meetings/meetings.query.js';
import { formatDay } from '../../vocabulary/day.js';
import { pageQuestion } from '../asking/page-question.js';
import { Tracker } from '../asking/tracker.js';
import { Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { meetingsPage } from './meetings.page.js';

const question = pageQuestion({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});

/** The meetings of a negotiation. */
@PageController('n/:n/meetings')
export class MeetingsPageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async show(
    @Param('n') n: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    const view = await this.views.at(n, query, reader);
    const meetings = await this.views.meetings(view);
    const actors = meetings.flatMap(({ attendance, details }) => [
      ...attendance.map(({ actor }) => actor),
      ...details.hosts.flatMap(({ value }) => value),
    ]);
    await this.tracker.nameActors(view.names, actors, n, view.fixed);
    const cited = await this.tracker.cited(n, '/meetings', new MeetingsQuery(n, { ...view.fixed, limit: '500' }), reader);
    return meetingsPage({ view, meetings, cited, month: query.month ?? formatDay(view.day).slice(0, 7) });
  }
}
