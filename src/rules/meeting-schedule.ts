import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { Telling, WrittenDate } from './meeting-telling.js';

/** S: the date that a meeting is scheduled for, and the report that says so. */
export interface MeetingSchedule extends WrittenDate {
  readonly report: string;
}

/**
 * The schedule S of a meeting: of W, the date of the latest report, and of the dates before it that lie within W the narrowest;
 * of equally narrow ones the later report's. Its window is that of W where the start of W was raised. Design 4, "Meeting status".
 * @param planning the visible reports that announce, move or cancel it, latest first
 */
export function meetingSchedule(planning: readonly Telling[]): MeetingSchedule | null {
  const [latest, ...before] = planning;
  const said = latest === undefined ? null : dateOf(latest);
  if (latest === undefined || said === null) return null;
  const w = { ...said, window: raised(said.window, latest.occurred) };
  if (latest.type === 'MeetingRevised') return w;
  const asked = throughLastRevision(before).filter(({ certainty }) => certainty === 'certain' || latest.certainty !== 'certain');
  return asked
    .map(dateOf)
    .filter((date) => date !== null)
    .filter(({ window }) => liesWithin(window, w.window))
    .reduce((narrowest, other) => (lengthOf(other.window) < lengthOf(narrowest.window) ? other : narrowest), w);
}

/** What a report says of the date; one that cancels says none. */
function dateOf({ id, change, scheduledFor }: Telling): MeetingSchedule | null {
  return change === 'cancelled' || scheduledFor === null ? null : { ...scheduledFor, report: id };
}

/** "This week", said on a Wednesday, is what is left of the week. */
function raised(window: DayWindow, said: DayWindow): DayWindow {
  const isUnderWay = window.lo < said.lo && said.lo <= window.hi;
  return isUnderWay ? { lo: said.lo, hi: window.hi } : window;
}

/** The reports back to the last revision and with it. */
function throughLastRevision(latestFirst: readonly Telling[]): readonly Telling[] {
  const revision = latestFirst.findIndex(({ type }) => type === 'MeetingRevised');
  return revision < 0 ? latestFirst : latestFirst.slice(0, revision + 1);
}

function liesWithin(inner: DayWindow, outer: DayWindow): boolean {
  return outer.lo <= inner.lo && inner.hi <= outer.hi;
}

/** In days; infinite with an open end. */
function lengthOf({ lo, hi }: DayWindow): number {
  return hi - lo;
}
