import { type DayWindow, windowOf } from '../vocabulary/edtf-window.js';
import type { MeetingData } from '../vocabulary/events/meeting-reports.js';
import { isMeetingReport, type MeetingReport } from '../vocabulary/events/report-content.js';
import { byEnd, descending } from './order.js';
import type { Visible, VisibleReport } from './scene.js';

/** A visible report of one of the three types that tell of a meeting itself. */
export type OfMeeting = VisibleReport & { readonly content: MeetingReport };

/** A date as written, and its window of days. */
export interface WrittenDate {
  readonly edtf: string;
  readonly window: DayWindow;
}

/** What a report of a meeting says, wherever it stands. */
export interface Told {
  readonly type: MeetingReport['type'];
  readonly change: MeetingData['change'];
  readonly scheduledFor: WrittenDate | null;
  readonly source: string;
  readonly data: MeetingData;
}

/** A report of a meeting: where it stands, and what it says. */
export interface Telling extends Visible, Told {}

/** What is told of a meeting, both parts latest first. */
export interface Tellings {
  /** That it was held. */
  readonly held: readonly Telling[];
  /** The rest: that it is announced, moved or cancelled. */
  readonly planning: readonly Telling[];
}

/** The reports of a set that tell of the meeting itself, latest first by (O.hi, P.hi, position). Design 4, "Meeting status". */
export function reportsOfMeeting(naming: readonly VisibleReport[], meeting: string): OfMeeting[] {
  const telling = naming.filter((report): report is OfMeeting => isMeetingReport(report.content) && report.content.meeting === meeting);
  return descending(telling, byEnd);
}

/** A report of a meeting as the rules of its status read it. */
export function tellingOf(report: OfMeeting): Telling {
  return { ...report, ...toldBy(report.content) };
}

/** The same of what it says alone. */
export function toldBy({ type, data, source }: MeetingReport): Told {
  return { type, change: data.change, scheduledFor: data.scheduledFor && writtenDate(data.scheduledFor.edtf), source: source.id, data };
}

/** What is told of a meeting, latest first. @param inAnyOrder all visible reports of the meeting itself */
export function latestFirst(inAnyOrder: readonly Telling[]): Telling[] {
  return descending(inAnyOrder, byEnd);
}

/** Parts what is told of a meeting. @param inAnyOrder all visible reports of the meeting itself */
export function partTellings(inAnyOrder: readonly Telling[]): Tellings {
  const inOrder = latestFirst(inAnyOrder);
  return {
    held: inOrder.filter(({ type }) => type === 'MeetingHeld'),
    planning: inOrder.filter(({ type }) => type !== 'MeetingHeld'),
  };
}

/** @param edtf a date that was checked before */
function writtenDate(edtf: string): WrittenDate {
  return { edtf, window: windowOf(edtf) };
}
