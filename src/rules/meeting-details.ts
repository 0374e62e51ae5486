import type { MeetingData, Attendance } from '../vocabulary/events/meeting-reports.js';
import type { OfMeeting } from './meeting-status.js';

export interface Detail {
  readonly value: unknown;
  readonly evidence: readonly string[];
}

const FIELDS = {
  place: (data) => data.place,
  hosts: (data) => (data.hosts.length > 0 ? data.hosts : null),
  format: (data) => data.format,
  level: (data) => data.level,
  schedule: (data) => data.scheduledFor?.edtf ?? null,
  purpose: (data) => data.purpose,
  outcome: (data) => data.outcome,
  durationMinutes: (data) => data.durationMinutes,
  reason: (data) => data.reason,
} as const satisfies Record<string, (data: MeetingData) => unknown>;

export type MeetingDetails = Record<keyof typeof FIELDS, Detail[]>;

/**
 * Every different value of each descriptive field with its reports, latest first: more than one means contested.
 * Design 4, "Meeting status".
 * @param telling the reports of the meeting itself, latest first
 */
export function meetingDetails(telling: readonly OfMeeting[]): MeetingDetails {
  const details = Object.entries(FIELDS).map(([field, valueOf]) => [field, differentValues(telling, valueOf)]);
  return Object.fromEntries(details) as MeetingDetails;
}

/** Each different entry of attendance with its reports, latest first. */
export function attendanceOf(telling: readonly OfMeeting[]): (Attendance & { readonly evidence: readonly string[] })[] {
  const entries = telling.flatMap(({ id, content }) => content.data.attendance.map((attendance) => ({ id, attendance })));
  const groups = Map.groupBy(entries, ({ attendance }) => sameness(attendance));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first.attendance, evidence: [...new Set(group.map(({ id }) => id))] }];
  });
}

/**
 * The schedule that counts: that of the latest announcement or revision, even where it gives none; without any, that of the
 * latest report of the meeting having been held.
 */
export function scheduledFor(telling: readonly OfMeeting[]): string | null {
  const planned = telling.find(({ content }) => content.type !== 'MeetingHeld') ?? telling[0];
  return planned?.content.data.scheduledFor?.edtf ?? null;
}

function differentValues(telling: readonly OfMeeting[], valueOf: (data: MeetingData) => unknown): Detail[] {
  const values = telling.map(({ id, content }) => ({ id, value: valueOf(content.data) })).filter(({ value }) => value !== null);
  return [...Map.groupBy(values, ({ value }) => sameness(value)).values()].map((group) => ({
    value: group[0]?.value,
    evidence: group.map(({ id }) => id),
  }));
}

/** Two lists with the same members are the same value, in whatever order they were reported. */
function sameness(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((member) => sameness(member)).sort() : value);
}
