import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { meetingIds } from '../../rules/issue-state.js';
import { attendanceOf, meetingDetails, scheduledFor } from '../../rules/meeting-details.js';
import { MEETING_STATUSES, meetingStatus, reportsOfMeeting } from '../../rules/meeting-status.js';
import { meetingsOf } from '../../rules/mentions.js';
import type { Scene } from '../../rules/scene.js';
import { parseDay } from '../../vocabulary/day.js';
import { type DayWindow, windowOf } from '../../vocabulary/edtf-window.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { type AxesQuery, day, paging, questionWith } from '../asking/axes.schema.js';
import { listAnswer } from '../asking/page.js';

export const meetingsQuestion = questionWith({
  ...paging,
  status: z.enum(MEETING_STATUSES).optional(),
  from: day.optional().describe('Only meetings held, or else scheduled, on this day or later'),
  to: day.optional().describe('Only meetings held, or else scheduled, on this day or earlier'),
});
export type MeetingsQuestion = z.output<typeof meetingsQuestion>;

/** The meetings that visible reports name. */
export class MeetingsQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: MeetingsQuestion,
  ) {
    super();
  }
}

/** One meeting. */
export class MeetingQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly meeting: string,
    readonly query: AxesQuery,
  ) {
    super();
  }
}

@QueryHandler(MeetingsQuery)
export class MeetingsHandler implements IQueryHandler<MeetingsQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: MeetingsQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const scene = reader.ofAll();
    const items = meetingIds(scene.reports)
      .map((id) => meetingView(id, scene))
      .filter(({ status, when }) => (query.status === undefined || status === query.status) && isWithin(when, query))
      .map(({ when: _, ...view }) => view);
    return listAnswer(reader, items, ({ id }) => id, query);
  }
}

@QueryHandler(MeetingQuery)
export class MeetingHandler implements IQueryHandler<MeetingQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, meeting, query }: MeetingQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    if (!reader.entries.entry('meeting', meeting)) throw this.asking.notFound('meeting', meeting, negotiation);
    const scene = reader.of('meeting', [meeting]);
    if (scene.reports.length === 0) throw new Refusal('not-visible', `No report that is visible then names the meeting "${meeting}".`);
    const { when: _, ...view } = meetingView(meeting, scene);
    return new Answer({ at: atView(reader.at), ...view }, axesOf(reader.at));
  }
}

function meetingView(id: string, { at, registry, reports }: Scene) {
  const naming = reports.filter(({ content }) => meetingsOf(content).includes(id));
  const telling = reportsOfMeeting(naming, id);
  const { status, certainty, evidence } = meetingStatus(id, naming, at);
  const schedule = scheduledFor(telling);
  const held = telling.find(({ content }) => content.type === 'MeetingHeld');
  return {
    id,
    title: registry.meeting.get(id)?.title ?? id,
    status,
    certainty,
    scheduledFor: schedule,
    details: meetingDetails(telling),
    attendance: attendanceOf(telling),
    evidence,
    when: held?.occurred ?? (schedule === null ? null : windowOf(schedule)),
  };
}

function isWithin(when: DayWindow | null, { from, to }: MeetingsQuestion): boolean {
  if (from === undefined && to === undefined) return true;
  const first = parseDay(from ?? '') ?? -Infinity;
  const last = parseDay(to ?? '') ?? Infinity;
  return when !== null && when.hi >= first && when.lo <= last;
}
