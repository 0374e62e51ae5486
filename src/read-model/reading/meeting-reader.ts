import type { MeetingFacts } from '../../rules/meeting-state.js';
import type { Telling } from '../../rules/meeting-telling.js';
import { MEETING_REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import type { SceneReader } from './scene-reader.js';
import { visibleOf } from './visible-report.js';

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
  const telling = [...tellingOf(reader, id)];
  return { id, telling, naming: telling.length > 0 ? [] : reader.visibleNaming('meeting', id) };
}

function* tellingOf(reader: SceneReader, id: string): Generator<Telling> {
  const { index, point } = reader;
  for (const seen of reader.seenNaming('meeting', id, MEETING_REPORT_TYPES)) {
    const told = index.tellings.of(seen.content);
    if (told?.meeting === id) yield { ...visibleOf(index, seen, point, told.report), ...told.told };
  }
}
