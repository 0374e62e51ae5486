import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../vocabulary/actor.js';
import { formatDay } from '../../vocabulary/day.js';
import type { Meeting } from '../asking/meeting-shapes.js';
import { titledIn } from '../asking/named.js';
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
    const asked = await this.views.asked(n, query);
    const told = this.tracker.meetingsCited(n, asked.fixed, reader);
    const meetings = told.then(({ items }) => items);
    const actors = meetings.then((all) => all.flatMap(actorsOf));
    const [{ items, cited }, view] = await Promise.all([told, this.views.of(asked, reader, { meetings, actors })]);
    const inLanguage = items.map((meeting) => titledIn(reader.language, meeting));
    return meetingsPage({ view, meetings: inLanguage, cited, month: query.month ?? formatDay(view.day).slice(0, 7) });
  }
}

/** Who takes part in a meeting, or hosts it. */
function actorsOf({ attendance, details }: Meeting): Actor[] {
  return [...attendance.map(({ actor }) => actor), ...details.hosts.flatMap(({ value }) => value)];
}
