import type { DayWindow } from '../../src/vocabulary/edtf-window.js';
import { scheduledBy, tellsOfMeeting } from './meeting-reports.js';
import type { VisibleReport } from './visible-reports.js';

/** S, and the report that says it. */
export interface Schedule {
  readonly window: DayWindow;
  readonly asWritten: string;
  readonly report: VisibleReport;
}

/**
 * What a meeting is scheduled for: by the latest report, or more narrowly by an announcement or revision before it.
 * @param reports the visible MeetingAnnounced and MeetingRevised of the meeting, the latest first
 * @returns null where the latest says no date. Design 4, "Schedule"
 */
export function scheduleOf(reports: readonly VisibleReport[]): Schedule | null {
  const [latest, ...before] = reports;
  const written = latest && scheduledBy(latest.content);
  if (!latest || !written) return null;
  const window = raised(written, latest.occurred);
  const narrower = latest.content.type === 'MeetingAnnounced' ? askedToo(latest, before) : [];
  return narrower
    .filter(({ window: { lo, hi } }) => lo >= window.lo && hi <= window.hi)
    .reduce((narrowest, other) => (isNarrower(other.window, narrowest.window) ? other : narrowest), schedule(latest, window));
}

/** "This week", said on a Wednesday, begins on that Wednesday. */
function raised({ lo, hi }: DayWindow, said: DayWindow): DayWindow {
  return lo < said.lo && said.lo <= hi ? { lo: said.lo, hi } : { lo, hi };
}

/** Those before the latest, back to and with the last revision, the later first; the possible ones only where the latest is possible. */
function askedToo(latest: VisibleReport, before: readonly VisibleReport[]): Schedule[] {
  const revision = before.findIndex(({ content }) => content.type === 'MeetingRevised');
  return before
    .slice(0, revision < 0 ? before.length : revision + 1)
    .filter(({ certainty }) => certainty === 'certain' || latest.certainty === 'possible')
    .flatMap((report) => {
      const window = scheduledBy(report.content);
      return window === null ? [] : [schedule(report, window)];
    });
}

function schedule(report: VisibleReport, window: DayWindow): Schedule {
  return { window, asWritten: tellsOfMeeting(report.content).scheduledFor?.edtf ?? '', report };
}

/** By the number of days: two windows without an end are equally narrow. */
function isNarrower(a: DayWindow, b: DayWindow): boolean {
  return a.hi - a.lo < b.hi - b.lo;
}
