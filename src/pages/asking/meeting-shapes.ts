import type { Actor } from '../../vocabulary/actor.js';
import type { Certainty } from '../../vocabulary/axes.js';
import type { Named } from './named.js';

/** What the API answers of meetings, as pages read it: what `docs/` and `/openapi.json` promise, and no more than is shown. */

export type MeetingStatus = 'held' | 'cancelled' | 'moved' | 'confirmed' | 'announced' | 'elapsed-unreported' | 'mentioned';

export interface MeetingBrief extends Named {
  readonly id: string;
  readonly title: string;
  readonly status: MeetingStatus;
  readonly when: string | null;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

export interface Meeting extends MeetingBrief {
  readonly scheduledFor: string | null;
  readonly contestedBy: readonly { readonly report: string; readonly says: 'held' | 'cancelled' | 'on' }[];
  readonly details: Readonly<Record<'place' | 'purpose' | 'outcome' | 'durationMinutes' | 'reason', readonly Told<string | number>[]>> & {
    readonly format: readonly Told<MeetingFormat>[];
    readonly level: readonly Told<MeetingLevel>[];
    readonly hosts: readonly Told<readonly Actor[]>[];
    readonly schedule: readonly Told<string>[];
  };
  readonly attendance: readonly {
    readonly actor: Actor;
    readonly as: 'attended' | 'expected';
    readonly role: string | null;
    readonly online: boolean | null;
    readonly evidence: readonly string[];
  }[];
}

export type MeetingFormat = 'in-person' | 'online' | 'hybrid' | 'phone';
export type MeetingLevel = 'leaders' | 'ministers' | 'advisers' | 'envoys' | 'other';

/** A value with the reports that tell it. */
export interface Told<T> {
  readonly value: T;
  readonly evidence: readonly string[];
}
