import { type Day, dayOf } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { isMeetingReport } from '../../vocabulary/events/report-content.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import type { ContentInForce } from '../content-in-force.js';

/** Which of the two axes of days move. */
export interface Moving {
  readonly asOf: boolean;
  readonly knownBy: boolean;
}

const LAST_DAY = dayOf(9999, 12, 31);

/**
 * The days on which something may change by the content alone, each with the reports that then must be looked at: where it
 * becomes visible or certain, where another version follows it, where a statement expires, where a meeting's date has passed.
 * Between two of them nothing changes. Design 4.
 * @returns days of the calendar only, in no order
 */
export function breakpoints(contents: readonly ContentInForce[], moving: Moving): Map<Day, Set<string>> {
  const agenda = new Map<Day, Set<string>>();
  for (const content of contents) {
    for (const day of daysOf(content, moving)) {
      if (!Number.isFinite(day) || day > LAST_DAY) continue;
      const reports = agenda.get(day);
      if (reports) reports.add(content.id);
      else agenda.set(day, new Set([content.id]));
    }
  }
  return agenda;
}

function daysOf({ published, occurred, knownFrom, knownTo, content }: ContentInForce, moving: Moving): Day[] {
  const days: Day[] = [];
  if (moving.knownBy) days.push(published.lo, published.hi, knownFrom, knownTo + 1);
  if (moving.asOf) days.push(occurred.lo, occurred.hi);
  if (moving.asOf && content.type === 'PositionStated') days.push(dayAfter(content.data.until));
  if (isMeetingReport(content)) days.push(dayAfter(content.data.scheduledFor));
  return days;
}

function dayAfter(date: ReportedDate | null): Day {
  return date === null ? Infinity : windowOf(date.edtf).hi + 1;
}
