import type { MeetingFacts } from '../../rules/meeting-state.js';
import { reportsOfMeeting, tellingOf } from '../../rules/meeting-telling.js';
import type { SceneReader } from './scene-reader.js';

const TELLING = ['MeetingAnnounced', 'MeetingRevised', 'MeetingHeld'] as const;

/** A meeting with as much of the visible reports that name it as decides its status. Several issues may list it: it is read once for a scene. */
export function meetingFacts(reader: SceneReader, id: string): MeetingFacts {
  let facts = reader.meetings.get(id);
  if (facts === undefined) {
    facts = readFacts(reader, id);
    reader.meetings.set(id, facts);
  }
  return facts;
}

function readFacts(reader: SceneReader, id: string): MeetingFacts {
  const telling = reportsOfMeeting(reader.reportsNaming('meeting', [id], TELLING), id).map(tellingOf);
  return { id, telling, naming: telling.length > 0 ? [] : reader.sightsNaming('meeting', id) };
}
