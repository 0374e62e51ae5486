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

/** Where a content stands, and for which K. */
type Standing = Pick<ContentInForce, 'published' | 'occurred' | 'knownFrom' | 'knownTo'>;

/** When what a content says is over. */
interface Ends {
  readonly expiry: Day;
  readonly elapse: Day;
}

/**
 * The days on which something may change by one content alone: where it becomes visible or certain, where another version
 * follows it, where a statement expires, where a meeting's date has passed. Between two of them nothing changes. Design 4.
 * @returns open ends of a window too: what has one becomes visible or certain without a limit
 */
export function daysThatMatter({ content, ...standing }: ContentInForce, moving: Moving): Day[] {
  return daysOf(standing, { expiry: expiry(content), elapse: elapse(content) }, moving);
}

/** The same by where a content stands and when it ends. */
export function daysOf(standing: Standing, { expiry, elapse }: Ends, moving: Moving): Day[] {
  const days = daysOfStanding(standing, moving);
  if (moving.asOf && expiry !== Infinity) days.push(expiry);
  if (elapse !== Infinity) days.push(elapse);
  return days;
}

/** Of these days those on which it is told otherwise where a content stands, whatever it says. */
export function daysOfStanding({ published, occurred, knownFrom, knownTo }: Standing, moving: Moving): Day[] {
  const days: Day[] = [];
  if (moving.knownBy) days.push(published.lo, published.hi);
  if (moving.asOf) days.push(occurred.lo, occurred.hi);
  if (moving.knownBy && knownFrom !== -Infinity) days.push(knownFrom);
  if (moving.knownBy && knownTo !== Infinity) days.push(knownTo + 1);
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
