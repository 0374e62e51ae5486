import type { Actor } from '../vocabulary/actor.js';
import type { MeetingData } from '../vocabulary/events/meeting-reports.js';
import { actorsKey } from './actor-key.js';
import { type DifferentValue, differentValues } from './different-values.js';
import type { Telling } from './meeting-telling.js';

type Plain = 'place' | 'format' | 'level' | 'purpose' | 'outcome' | 'durationMinutes' | 'reason';

export type MeetingDetails = Record<Plain, DifferentValue<string | number>[]> & {
  readonly hosts: DifferentValue<readonly Actor[]>[];
  /** EDTF */
  readonly schedule: DifferentValue<string>[];
};

/**
 * Every different value of each descriptive field with its reports, latest first: more than one means contested.
 * Design 4, "Meeting status".
 * @param telling the reports of the meeting itself, latest first
 */
export function meetingDetails(telling: readonly Telling[]): MeetingDetails {
  const values = <T extends string | number>(valueOf: (data: MeetingData) => T | null): DifferentValue<T>[] =>
    differentValues<Telling, T>(telling, ({ data }) => valueOf(data));
  const hostsOf = ({ data }: Telling): readonly Actor[] | null => (data.hosts.length > 0 ? data.hosts : null);
  return {
    place: values((data) => data.place),
    hosts: differentValues(telling, hostsOf, actorsKey),
    format: values((data) => data.format),
    level: values((data) => data.level),
    schedule: values((data) => data.scheduledFor?.edtf ?? null),
    purpose: values((data) => data.purpose),
    outcome: values((data) => data.outcome),
    durationMinutes: values((data) => data.durationMinutes),
    reason: values((data) => data.reason),
  };
}
