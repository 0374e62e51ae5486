import type { Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { isMeetingReport, type ReportContent } from '../../vocabulary/events/report-content.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import type { ContentInForce } from '../content-in-force.js';

/** Which of the two axes of days move. */
export interface Moving {
  readonly asOf: boolean;
  readonly knownBy: boolean;
}

/**
 * The days on which something may change by one content alone: where it becomes visible or certain, where another version
 * follows it, where a statement expires, where a meeting's date has passed. Between two of them nothing changes. Design 4.
 * @returns open ends too
 */
export function daysThatMatter({ content, ...standing }: ContentInForce, moving: Moving): Day[] {
  const days = daysOfStanding(standing, moving);
  if (moving.asOf) days.push(expiry(content));
  days.push(elapse(content));
  return days;
}

/** Where a content stands, and for which K. */
type Standing = Pick<ContentInForce, 'published' | 'occurred' | 'knownFrom' | 'knownTo'>;

/** Of these days those on which it is told otherwise where a content stands, whatever it says. */
export function daysOfStanding({ published, occurred, knownFrom, knownTo }: Standing, moving: Moving): Day[] {
  const days: Day[] = [];
  if (moving.knownBy) days.push(published.lo, published.hi, knownFrom, knownTo + 1);
  if (moving.asOf) days.push(occurred.lo, occurred.hi);
  return days;
}

/** The first day on which a statement is expired; Infinity: never. */
export function expiry(content: ReportContent): Day {
  return content.type === 'PositionStated' ? dayAfter(content.data.until) : Infinity;
}

/** The first day on which the date of a meeting has passed; Infinity: never. */
export function elapse(content: ReportContent): Day {
  return isMeetingReport(content) ? dayAfter(content.data.scheduledFor) : Infinity;
}

function dayAfter(date: ReportedDate | null): Day {
  return date === null ? Infinity : windowOf(date.edtf).hi + 1;
}
