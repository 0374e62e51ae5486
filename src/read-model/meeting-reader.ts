import type { MeetingFacts } from '../rules/meeting-state.js';
import { type Telling, writtenDate } from '../rules/meeting-telling.js';
import type { MeetingData } from '../vocabulary/events/meeting-reports.js';
import type { MeetingReport } from '../vocabulary/events/report-content.js';
import { axesValues, sightOfRow, type SightRow, visible } from './axes-filter.js';
import { numberOfName } from './names.js';
import type { SceneReader } from './scene-reader.js';

interface TellingRow extends SightRow {
  readonly type: MeetingReport['type'];
  readonly change: MeetingData['change'];
  readonly scheduled_for: string | null;
  readonly source: string;
}

/** A meeting with as much of the visible reports that name it as decides its status. */
export function meetingFacts(reader: SceneReader, id: string): MeetingFacts {
  const telling = tellingsOf(reader, id);
  return { id, telling, naming: telling.length > 0 ? [] : reader.sightsNaming('meeting', id) };
}

function tellingsOf({ file, negotiation, at }: SceneReader, id: string): Telling[] {
  const rows = file.allBy<TellingRow>(
    `SELECT r.id, f.report, f.p_lo, f.p_hi, f.o_lo, f.o_hi, f.as_written, f.dated, m.type, m.change, m.scheduled_for, m.source
     FROM meeting_told m CROSS JOIN in_force f CROSS JOIN report r
     WHERE m.meeting = $meeting AND f.content = m.content AND ${visible('f')} AND r.report = f.report`,
    { ...axesValues(at), $meeting: numberOfName(file, negotiation, 'meeting', id) ?? null },
  );
  return rows.map((row) => {
    const { type, change, scheduled_for, source } = row;
    const scheduledFor = scheduled_for === null ? null : writtenDate(scheduled_for);
    return { ...sightOfRow(row, at), type, change, scheduledFor, source };
  });
}
