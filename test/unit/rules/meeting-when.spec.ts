import { meetingSchedule } from '../../../src/rules/meeting-schedule.js';
import type { OfMeeting } from '../../../src/rules/meeting-telling.js';
import { meetingWhen } from '../../../src/rules/meeting-when.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import { announced, cancelled, held, tellings } from './meeting-reports.js';

const [EARLY, LATE] = [{ occurred: '2026-01-05' }, { occurred: '2026-01-07' }];

/** As written, and the days it means where they are others. */
const CASES: readonly [string, OfMeeting[], [edtf: string, days?: string] | null][] = [
  ['the day on which it was held', [announced('a', '2026-01-06', EARLY), held('h', LATE)], ['2026-01-07']],
  ['the day by the latest report of it', [held('h', LATE), held('g', EARLY)], ['2026-01-07']],
  ['as written, with what qualifies it', [held('h', { occurred: '2026-01-06~' })], ['2026-01-06~', '2026-01-06']],
  ['by the publication of a report without a date', [held('h', { published: '2026-01-08' })], ['../2026-01-08', '2026-01-08']],
  [
    'by the last day of the publication of a report without a date',
    [held('h', { published: '2026-01-08/2026-01-12' })],
    ['../2026-01-12', '2026-01-08/2026-01-12'],
  ],
  ['as the publication is written that has no last day', [held('h', { published: '2026-01-08/..' })], ['2026-01-08/..']],
  ['not the schedule of a report of it having been held', [held('h', { ...LATE, scheduledFor: '2026-01-06' })], ['2026-01-07']],
  ['its schedule where it was not held', [announced('a', '2026-01-20', EARLY)], ['2026-01-20']],
  ['the narrowest schedule', [announced('a', '2026-01-20', EARLY), announced('b', '2026-01', LATE)], ['2026-01-20']],
  [
    'its schedule as written, of which some days are over',
    [announced('a', '2026-01-05/2026-01-11', LATE)],
    ['2026-01-05/2026-01-11', '2026-01-07/2026-01-11'],
  ],
  ['unknown once it is cancelled', [announced('a', '2026-01-20', EARLY), cancelled('r', LATE)], null],
  ['unknown where it is only mentioned', [], null],
];

describe('when a meeting is, is', () => {
  it.each(CASES)('%s', (_, reports, expected) => {
    const told = tellings(...reports);
    const when = meetingWhen(told, meetingSchedule(told.planning));
    const [edtf, days = edtf] = expected ?? [];
    expect(when && { edtf: when.edtf, window: when.window }).toEqual(expected && { edtf, window: windowOf(days ?? '') });
  });
});
