import type { MeetingFacts } from '../../rules/meeting-state.js';
import { reportsOfMeeting, tellingOf } from '../../rules/meeting-telling.js';
import type { SceneReader } from './scene-reader.js';

const TELLING = ['MeetingAnnounced', 'MeetingRevised', 'MeetingHeld'] as const;

/** A meeting with as much of the visible reports that name it as decides its status. */
export function meetingFacts(reader: SceneReader, id: string): MeetingFacts {
  const telling = reportsOfMeeting(reader.reportsNaming('meeting', [id], TELLING), id).map(tellingOf);
  return { id, telling, naming: telling.length > 0 ? [] : reader.sightsNaming('meeting', id) };
}
