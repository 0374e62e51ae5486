import type { At, Certainty } from '../vocabulary/axes.js';
import type { NamesByLanguage } from '../vocabulary/events/registry-entries.js';
import { type MeetingFacts, meetingState } from './meeting-state.js';
import type { MeetingStatus } from './meeting-status.js';
import { reportsOfMeeting, tellingOf } from './meeting-telling.js';
import { meetingsOf } from './mentions.js';
import type { Registry, Scene, VisibleReport } from './scene.js';

/** A meeting as the state of an issue lists it. */
export interface MeetingBrief {
  readonly id: string;
  readonly title: string;
  /** In other languages, where it has some. */
  readonly names?: NamesByLanguage;
  readonly status: MeetingStatus;
  /** EDTF, as written. */
  readonly when: string | null;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

/** A meeting as an issue lists it. */
export function meetingBrief(facts: MeetingFacts, registry: Registry, at: At): MeetingBrief {
  const { status, when, certainty, evidence } = meetingState(facts, at);
  const entry = registry.meeting.get(facts.id);
  return { id: facts.id, title: entry?.title ?? facts.id, ...(entry?.names && { names: entry.names }), status, when, certainty, evidence };
}

/** Meetings as an issue lists them, by id. @param ids each named by a visible report */
export function meetingBriefs({ at, registry, reports }: Scene, ids: readonly string[]): MeetingBrief[] {
  return ids.map((id) => meetingBrief(meetingFacts(id, reports), registry, at));
}

/** What decides the state of a meeting. @param reports a set that holds all visible ones that name it */
export function meetingFacts(id: string, reports: readonly VisibleReport[]): MeetingFacts {
  const naming = reports.filter(({ content }) => meetingsOf(content).includes(id));
  return { id, telling: reportsOfMeeting(naming, id).map(tellingOf), naming };
}
