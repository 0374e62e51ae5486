import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { meetingFacts } from '../../read-model/meeting-reader.js';
import { namedIds } from '../../read-model/name-list.js';
import type { SceneReader } from '../../read-model/scene-reader.js';
import { attendanceOf, meetingDetails, scheduledFor } from '../../rules/meeting-details.js';
import { MEETING_STATUSES, reportsOfMeeting, verdictOnMeeting, whenOf } from '../../rules/meeting-status.js';
import { parseDay } from '../../vocabulary/day.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { type AxesQuery, day, paging, questionWith } from '../asking/axes.schema.js';
import { listAnswer } from '../asking/page.js';

const TELLING = ['MeetingAnnounced', 'MeetingRevised', 'MeetingHeld'] as const;

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
    const ids = namedIds(reader, 'meeting').filter((id) => isAskedFor(id, query, reader));
    const answer = listAnswer(reader, ids, (id) => id, query);
    const { items } = answer.body as { items: string[] };
    return answer.withItems(items.map((id) => meetingView(id, reader)));
  }
}

@QueryHandler(MeetingQuery)
export class MeetingHandler implements IQueryHandler<MeetingQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, meeting, query }: MeetingQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    if (!reader.entries.entry('meeting', meeting)) throw this.asking.notFound('meeting', meeting, negotiation);
    const { telling, naming } = meetingFacts(reader, meeting);
    if (telling.length === 0 && naming.length === 0) {
      throw new Refusal('not-visible', `No report that is visible then names the meeting "${meeting}".`);
    }
    return new Answer({ at: atView(reader.at), ...meetingView(meeting, reader) }, axesOf(reader.at));
  }
}

function isAskedFor(id: string, query: MeetingsQuestion, reader: SceneReader): boolean {
  if (query.status === undefined && query.from === undefined && query.to === undefined) return true;
  const { telling, naming } = meetingFacts(reader, id);
  const { status } = verdictOnMeeting(telling, naming, reader.at);
  return (query.status === undefined || status === query.status) && isWithin(whenOf(telling), query);
}

function meetingView(id: string, reader: SceneReader) {
  const facts = meetingFacts(reader, id);
  const telling = reportsOfMeeting(reader.reportsNaming('meeting', [id], TELLING), id);
  const { status, certainty, evidence } = verdictOnMeeting(facts.telling, facts.naming, reader.at);
  return {
    id,
    title: reader.registry.meeting.get(id)?.title ?? id,
    status,
    certainty,
    scheduledFor: scheduledFor(telling),
    details: meetingDetails(telling),
    attendance: attendanceOf(telling),
    evidence,
  };
}

function isWithin(when: DayWindow | null, { from, to }: MeetingsQuestion): boolean {
  if (from === undefined && to === undefined) return true;
  const first = parseDay(from ?? '') ?? -Infinity;
  const last = parseDay(to ?? '') ?? Infinity;
  return when !== null && when.hi >= first && when.lo <= last;
}
