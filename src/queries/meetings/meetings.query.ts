import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { meetingFacts } from '../../read-model/reading/meeting-reader.js';
import { allIds } from '../../read-model/reading/named-ids.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import { meetingBrief } from '../../rules/meeting-brief.js';
import { meetingAttendance } from '../../rules/meeting-attendance.js';
import { meetingDetails } from '../../rules/meeting-details.js';
import { type MeetingFacts, meetingState } from '../../rules/meeting-state.js';
import { MEETING_STATUSES } from '../../rules/meeting-status.js';
import { participantsOf } from '../../rules/meeting-participants.js';
import { latestFirst, type Telling } from '../../rules/meeting-telling.js';
import { partyInReport } from '../../read-model/reading/visible-report.js';
import { parseDay } from '../../vocabulary/day.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { type AxesQuery, day, paging, questionWith } from '../asking/axes.schema.js';
import { requireKnown } from '../asking/known-filters.js';
import { pageAnswer } from '../asking/page.js';
import { fits, several, valuesOf } from '../asking/several.js';
import { workedPage } from '../asking/worked-page.js';

export const meetingsQuestion = questionWith({
  ...paging,
  status: several(z.enum(MEETING_STATUSES)).optional(),
  person: several(z.string()).optional().describe('Hosts it, attends or is expected to'),
  party: several(z.string()).optional().describe('It, or somebody of it, hosts the meeting, attends or is expected to'),
  from: day.optional().describe('Only meetings that may have been held, or else are scheduled, on this day or later'),
  to: day.optional().describe('Only meetings that may have been held, or else are scheduled, on this day or earlier'),
});
export type MeetingsQuestion = z.output<typeof meetingsQuestion>;

/** The meetings that visible reports name. */
export class MeetingsQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: MeetingsQuestion,
    /** Each as an issue lists it: what reports tell beside its status and date is not read. */
    readonly areBrief = false,
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

/** Answers with a page of meetings by the rules of design 4, "Meeting status". */
@QueryHandler(MeetingsQuery)
export class MeetingsHandler implements IQueryHandler<MeetingsQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query, areBrief }: MeetingsQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    requireKnown(reader.entries, query);
    const viewsOf = (id: string) => {
      const facts = meetingFacts(reader, id);
      const isVisible = facts.telling.length > 0 || facts.naming.length > 0;
      if (!isVisible || !isAskedFor(facts, query, reader)) return [];
      return [areBrief ? meetingBrief(facts, reader.registry, reader.at) : meetingView(facts, reader)];
    };
    const { items, nextCursor } = await workedPage(
      { sources: [...allIds(reader.file, negotiation, 'meeting')], itemsOf: viewsOf, keyOf: ({ id }) => id, isOf: (id, key) => id === key },
      query,
    );
    return pageAnswer(reader, items, nextCursor, query);
  }
}

/**
 * Answers with a meeting by the rules of design 4, "Meeting status".
 * @throws Refusal where there is no such meeting, or nothing visible names it
 */
@QueryHandler(MeetingQuery)
export class MeetingHandler implements IQueryHandler<MeetingQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, meeting, query }: MeetingQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    if (!reader.entries.entry('meeting', meeting)) throw this.asking.notFound('meeting', meeting, negotiation, reader.at.recordedBy);
    const facts = meetingFacts(reader, meeting);
    if (facts.telling.length === 0 && facts.naming.length === 0) {
      throw new Refusal('not-visible', `No report that is visible then names the meeting "${meeting}".`);
    }
    return new Answer({ at: atView(reader.at), ...meetingView(facts, reader) }, axesOf(reader.at));
  }
}

function isAskedFor(facts: MeetingFacts, query: MeetingsQuestion, reader: SceneReader): boolean {
  const [statuses, persons, parties] = [valuesOf(query.status), valuesOf(query.person), valuesOf(query.party)];
  if (persons !== undefined || parties !== undefined) {
    const taking = facts.telling.map((telling) => participants(telling, reader));
    if (persons !== undefined && !taking.some((one) => persons.some((person) => one.persons.has(person)))) return false;
    if (parties !== undefined && !taking.some((one) => parties.some((party) => one.parties.has(party)))) return false;
  }
  if (statuses === undefined && query.from === undefined && query.to === undefined) return true;
  const { status, days } = meetingState(facts, reader.at);
  return fits(status, statuses) && overlaps(days, query);
}

/** Whom one report of a meeting names as taking part. */
function participants(telling: Telling, { index, negotiation, point }: SceneReader) {
  return participantsOf(telling, (person) =>
    partyInReport(index, { negotiation, person, report: Number(telling.firstPosition), r: point.r }),
  );
}

function meetingView(facts: MeetingFacts, reader: SceneReader) {
  const { id } = facts;
  const entry = reader.registry.meeting.get(id);
  const telling = latestFirst(facts.telling);
  const { status, certainty, when, scheduledFor, contestedBy, evidence } = meetingState(facts, reader.at);
  return {
    id,
    title: entry?.title ?? id,
    ...(entry?.names && { names: entry.names }),
    status,
    certainty,
    when,
    scheduledFor,
    contestedBy,
    details: meetingDetails(telling),
    attendance: meetingAttendance(telling),
    evidence,
  };
}

/** Whether a meeting may be on a day from `from` to `to`; without a date it is on none. */
function overlaps(days: DayWindow | null, { from, to }: MeetingsQuestion): boolean {
  if (from === undefined && to === undefined) return true;
  const first = parseDay(from ?? '') ?? -Infinity;
  const last = parseDay(to ?? '') ?? Infinity;
  return days !== null && days.hi >= first && days.lo <= last;
}
