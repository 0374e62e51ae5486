import type { Actor } from '../../src/vocabulary/actor.js';
import type { MeetingData } from '../../src/vocabulary/events/meeting-reports.js';
import { differentActors, differentValues, type Told } from './different-values.js';
import { tellsOfMeeting } from './meeting-reports.js';
import type { VisibleReport } from './visible-reports.js';

type Field = 'place' | 'format' | 'level' | 'purpose' | 'outcome' | 'durationMinutes' | 'reason';
export type Details = Readonly<Record<Field, Told<string | number>[]>> & {
  readonly hosts: Told<readonly Actor[]>[];
  readonly schedule: Told<string>[];
};

/** Every different value of each field with its reports. @param reports of the meeting, the latest first */
export function detailsOf(reports: readonly VisibleReport[]): Details {
  const data = ({ content }: VisibleReport): MeetingData => tellsOfMeeting(content);
  const values = (field: Field) => differentValues<string | number, VisibleReport>(reports, (report) => data(report)[field]);
  return {
    place: values('place'),
    hosts: differentActors(reports, (report) => data(report).hosts),
    format: values('format'),
    level: values('level'),
    schedule: differentValues(reports, (report) => data(report).scheduledFor?.edtf ?? null),
    purpose: values('purpose'),
    outcome: values('outcome'),
    durationMinutes: values('durationMinutes'),
    reason: values('reason'),
  };
}
