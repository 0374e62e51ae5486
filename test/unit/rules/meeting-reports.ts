import {
  type OfMeeting,
  reportsOfMeeting,
  type Telling,
  type Tellings,
  tellingOf,
  partTellings,
} from '../../../src/rules/meeting-telling.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import type { MeetingData } from '../../../src/vocabulary/events/meeting-reports.js';
import { seen, type Standing, told } from './seen.js';

/** What such a report tells and where it stands; its source is `early` if nothing else is said. */
export type Saying = Standing & Partial<Omit<MeetingData, 'scheduledFor'>> & { scheduledFor?: string; source?: string };

type Type = 'MeetingAnnounced' | 'MeetingRevised' | 'MeetingHeld';

function report(type: Type, id: string, { source, ...saying }: Saying): OfMeeting {
  const { occurred, published, firstPosition, possible, ...data } = saying;
  const standing = {
    ...(occurred !== undefined && { occurred }),
    ...(published !== undefined && { published }),
    ...(firstPosition !== undefined && { firstPosition }),
    ...(possible !== undefined && { possible }),
  };
  const visible = seen(
    told((story) => story.meeting(type, id, data, { ...(source !== undefined && { source }) })),
    standing,
  );
  const [ofMeeting] = reportsOfMeeting([visible], 'm');
  if (ofMeeting === undefined) throw new Error('it is a report of the meeting m');
  return ofMeeting;
}

/** Reports of the meeting `m`. */
export const announced = (id: string, scheduledFor: string, saying: Saying = {}): OfMeeting =>
  report('MeetingAnnounced', id, { ...saying, scheduledFor });
export const moved = (id: string, scheduledFor?: string, saying: Saying = {}): OfMeeting =>
  report('MeetingRevised', id, { ...saying, change: 'moved', ...(scheduledFor !== undefined && { scheduledFor }) });
export const cancelled = (id: string, saying: Saying = {}): OfMeeting => report('MeetingRevised', id, { ...saying, change: 'cancelled' });
export const held = (id: string, saying: Saying = {}): OfMeeting => report('MeetingHeld', id, saying);

/** A report that names the meeting `m` and does not tell of it. */
export const naming = (id: string, standing: Standing = {}): VisibleReport =>
  seen(
    told((story) => story.assessment(id, { about: { meeting: 'm' } })),
    standing,
  );

/** As the rules of its status read reports of the meeting, in any order. */
export function tellings(...reports: OfMeeting[]): Tellings {
  return partTellings(reports.map(tellingOf));
}

/** Those that announce, move or cancel it, latest first. */
export function planning(...reports: OfMeeting[]): readonly Telling[] {
  return tellings(...reports).planning;
}
