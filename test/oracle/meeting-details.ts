import type { Actor } from '../../src/vocabulary/actor.js';
import type { Attendance, MeetingData } from '../../src/vocabulary/events/meeting-reports.js';
import { withoutRepeats } from './order.js';
import { tellsOfMeeting } from './meeting-status.js';
import type { VisibleReport } from './visible-reports.js';

export interface Told<V> {
  readonly value: V;
  readonly evidence: readonly string[];
}

export type AttendanceItem = Attendance & { readonly evidence: readonly string[] };

type Field = 'place' | 'format' | 'level' | 'purpose' | 'outcome' | 'durationMinutes' | 'reason';
export type Details = Readonly<Record<Field, Told<string | number>[]>> & {
  readonly hosts: Told<readonly Actor[]>[];
  readonly schedule: Told<string>[];
};

/** Every different value of each field with its reports. @param reports of the meeting, the latest first */
export function detailsOf(reports: readonly VisibleReport[]): Details {
  const values = (field: Field) => differentValues<string | number>(reports, (data) => data[field], String);
  return {
    place: values('place'),
    hosts: differentValues(reports, ({ hosts }) => (hosts.length === 0 ? null : hosts), keyOfMembers),
    format: values('format'),
    level: values('level'),
    schedule: differentValues(reports, ({ scheduledFor }) => scheduledFor?.edtf ?? null, String),
    purpose: values('purpose'),
    outcome: values('outcome'),
    durationMinutes: values('durationMinutes'),
    reason: values('reason'),
  };
}

/** Every different entry with its reports. @param reports of the meeting, the latest first */
export function attendanceOf(reports: readonly VisibleReport[]): AttendanceItem[] {
  const entries = reports.flatMap(({ id, content }) =>
    tellsOfMeeting(content).attendance.map((entry) => ({ id, entry, key: keyOfAttendance(entry) })),
  );
  return withoutRepeats(entries.map(({ key }) => key)).flatMap((key) => {
    const same = entries.filter((other) => other.key === key);
    const evidence = withoutRepeats(same.map(({ id }) => id));
    return same.slice(0, 1).map(({ entry: { actor, role, online, implied, note } }) => {
      return { ...structuredClone({ actor, role, online, implied, note }), evidence };
    });
  });
}

function differentValues<V>(
  reports: readonly VisibleReport[],
  valueIn: (data: MeetingData) => V | null,
  keyOf: (value: V) => string,
): Told<V>[] {
  const told = reports.flatMap(({ id, content }) => {
    const value = valueIn(tellsOfMeeting(content));
    return value === null ? [] : [{ id, value: structuredClone(value), key: keyOf(value) }];
  });
  return told
    .filter(({ key }, index) => told.findIndex((other) => other.key === key) === index)
    .map(({ value, key }) => ({ value, evidence: told.filter((other) => other.key === key).map(({ id }) => id) }));
}

function keyOfMembers(hosts: readonly Actor[]): string {
  return JSON.stringify(withoutRepeats(hosts.map(keyOfActor)).toSorted());
}

function keyOfAttendance({ actor, role, online, implied, note }: Attendance): string {
  return JSON.stringify([keyOfActor(actor), role, online, implied, note]);
}

function keyOfActor(actor: Actor): string {
  return JSON.stringify(typeof actor === 'string' ? actor : [actor.name, actor.party]);
}
