import ical, { escape as escaped, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Meeting, MeetingStatus } from '../asking/meeting-shapes.js';
import type { View } from '../asking/view.js';
import { LAST_DAY } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { withoutControls } from '../rendering/without-controls.js';
import { dateText } from '../words/dates.js';

const MS_PER_DAY = 86_400_000;
const ASKED_AGAIN_SECONDS = 3_600;

/** Silence is neither held nor cancelled: such a meeting stays tentative, and its title says why. */
const STATUS: Readonly<Record<MeetingStatus, ICalEventStatus>> = {
  held: ICalEventStatus.CONFIRMED,
  confirmed: ICalEventStatus.CONFIRMED,
  moved: ICalEventStatus.CONFIRMED,
  announced: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
  'elapsed-unreported': ICalEventStatus.TENTATIVE,
  mentioned: ICalEventStatus.TENTATIVE,
};

/** What a title says too: a calendar shows little else. */
const SAID_IN_TITLE: readonly MeetingStatus[] = ['cancelled', 'elapsed-unreported', 'mentioned'];

/**
 * The meetings as a calendar. A meeting keeps its UID whatever becomes of it, its sequence is the number of its reports, and the
 * days on which it may be are one span. One of which no day is known is left out.
 * @param reports how many there are of each meeting, by its id
 */
export function calendarOf(meetings: readonly Meeting[], reports: ReadonlyMap<string, number>, view: View): string {
  const { n, reader, links, negotiation } = view;
  const { words, language, origin } = reader;
  const calendar = ical({
    // The library escapes all texts but this one.
    name: escaped(`${negotiation.title}: ${words.meetings}`, false),
    prodId: { company: 'Negotiation tracker', product: 'Meetings', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: ASKED_AGAIN_SECONDS,
    url: origin + links.to('meetings.ics'),
  });
  for (const meeting of meetings) {
    const when = meeting.when ?? meeting.details.schedule[0]?.value;
    const span = when === undefined ? undefined : spanOf(when);
    if (when === undefined || span === undefined) continue;
    const status = words.meetingStatus[meeting.status];
    const place = meeting.details.place[0]?.value;
    calendar.createEvent({
      id: `${meeting.id}.${n}@negotiation-tracker`,
      sequence: reports.get(meeting.id) ?? 0,
      stamp: new Date(`${negotiation.at.asOf}T00:00:00Z`),
      ...span,
      allDay: true,
      summary: SAID_IN_TITLE.includes(meeting.status) ? `${meeting.title} – ${status}` : meeting.title,
      description: [status, dateText(when, language, words), meeting.certainty === 'possible' ? words.dateUncertain : undefined]
        .filter((line) => line !== undefined)
        .join('\n'),
      status: STATUS[meeting.status],
      transparency: ICalEventTransparency.TRANSPARENT,
      url: `${origin}${links.meeting(meeting.id)}`,
      ...(place !== undefined && { location: String(place) }),
    });
  }
  return withoutControls(calendar.toString());
}

/**
 * All days of a window; of one whose start or end is open the day that is known. The end is the day behind the last one; where there is
 * none, the span is told by its first day.
 */
function spanOf(edtf: string): { readonly start: Date; readonly end?: Date } | undefined {
  const { lo, hi } = windowOf(edtf);
  const [first, last] = [Number.isFinite(lo) ? lo : hi, Number.isFinite(hi) ? hi : lo];
  if (!Number.isFinite(first)) return undefined;
  const start = new Date(first * MS_PER_DAY);
  return last < LAST_DAY ? { start, end: new Date((last + 1) * MS_PER_DAY) } : { start };
}
