import { meetingSchedule } from '../../../src/rules/meeting-schedule.js';
import type { OfMeeting } from '../../../src/rules/meeting-telling.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import { announced, cancelled, moved, planning } from './meeting-reports.js';

/** Monday to Sunday; 7 January 2026 is a Wednesday. */
const THIS_WEEK = '2026-01-05/2026-01-11';
const [MONDAY, TUESDAY, WEDNESDAY] = [{ occurred: '2026-01-05' }, { occurred: '2026-01-06' }, { occurred: '2026-01-07' }];
const POSSIBLE = { possible: true };

/** Report, date as written, and the days it means where they are others. */
type Expected = [report: string, edtf: string, days?: string] | null;

const CASES: readonly [string, OfMeeting[], Expected][] = [
  ['none where nobody plans it', [], null],
  ['that of the only announcement', [announced('a', '2026-01-20')], ['a', '2026-01-20']],
  [
    'the 6th, though "this week" is said later',
    [announced('a', '2026-01-06', { occurred: '2026-01-02' }), announced('b', THIS_WEEK, MONDAY)],
    ['a', '2026-01-06'],
  ],
  [
    'the 6th, where it is said after "this week"',
    [announced('a', THIS_WEEK, MONDAY), announced('b', '2026-01-09', TUESDAY)],
    ['b', '2026-01-09'],
  ],
  [
    'the later date where the earlier one is another',
    [announced('a', '2026-01-06', MONDAY), announced('b', '2026-01-09', TUESDAY)],
    ['b', '2026-01-09'],
  ],
  [
    'the later date where the two only overlap',
    [announced('a', '2026-01-09/2026-01-12', MONDAY), announced('b', '2026-01-10/2026-01-20', TUESDAY)],
    ['b', '2026-01-10/2026-01-20'],
  ],
  [
    'the narrowest of several within the latest',
    [
      announced('a', '2026-01-20/2026-01-22', MONDAY),
      announced('b', '2026-01-21', TUESDAY),
      announced('c', '2026-01-20/2026-01-23', TUESDAY),
      announced('d', '2026-01', WEDNESDAY),
    ],
    ['b', '2026-01-21'],
  ],
  [
    'the later of two equally narrow ones within the latest',
    [announced('a', '2026-01-20', MONDAY), announced('b', '2026-01-22', TUESDAY), announced('c', '2026-01-20/2026-01-25', WEDNESDAY)],
    ['b', '2026-01-22'],
  ],
  [
    "the latest one's where an earlier one says the same",
    [announced('a', '2026-01-20', MONDAY), announced('b', '2026-01-20', TUESDAY)],
    ['b', '2026-01-20'],
  ],
  [
    "the latest one's where both are open",
    [announced('a', '2026-01-20/..', MONDAY), announced('b', '2026-01-10/..', TUESDAY)],
    ['b', '2026-01-10/..'],
  ],
  [
    'the earlier one within an open one',
    [announced('a', '2026-01-20', MONDAY), announced('b', '2026-01-10/..', TUESDAY)],
    ['a', '2026-01-20'],
  ],
  ['what is left of this week, said on a Wednesday', [announced('a', THIS_WEEK, WEDNESDAY)], ['a', THIS_WEEK, '2026-01-07/2026-01-11']],
  [
    'the rest of a day, said on its last day',
    [announced('a', '2026-01-06/2026-01-07', WEDNESDAY)],
    ['a', '2026-01-06/2026-01-07', '2026-01-07'],
  ],
  ['the whole week, said on its Monday', [announced('a', THIS_WEEK, MONDAY)], ['a', THIS_WEEK]],
  [
    'the whole week, said at some time from before it on',
    [announced('a', THIS_WEEK, { occurred: '2026-01-03/2026-01-07' })],
    ['a', THIS_WEEK],
  ],
  [
    'what is left of this week, said at some time from Wednesday to next week',
    [announced('a', THIS_WEEK, { occurred: '2026-01-07/2026-01-13' })],
    ['a', THIS_WEEK, '2026-01-07/2026-01-11'],
  ],
  [
    'the first day of "this week", said before',
    [announced('a', '2026-01-05', { occurred: '2026-01-02' }), announced('b', THIS_WEEK, MONDAY)],
    ['a', '2026-01-05'],
  ],
  [
    'the last day of "this week", said before',
    [announced('a', '2026-01-11', { occurred: '2026-01-02' }), announced('b', THIS_WEEK, MONDAY)],
    ['a', '2026-01-11'],
  ],
  ['a past week, said behind it', [announced('a', '2025-12-29/2026-01-04', WEDNESDAY)], ['a', '2025-12-29/2026-01-04']],
  [
    'not the 6th, where "this week" is said on Wednesday',
    [announced('a', '2026-01-06', MONDAY), announced('b', THIS_WEEK, WEDNESDAY)],
    ['b', THIS_WEEK, '2026-01-07/2026-01-11'],
  ],
  ['what is left of a week to which it is moved', [moved('r', THIS_WEEK, WEDNESDAY)], ['r', THIS_WEEK, '2026-01-07/2026-01-11']],
  [
    'that of a revision as it stands, which may widen it',
    [announced('a', '2026-01-20', MONDAY), moved('r', '2026-01', TUESDAY)],
    ['r', '2026-01', '2026-01-06/2026-01-31'],
  ],
  [
    'that of the last revision within a later announcement',
    [moved('r', '2026-01-20', MONDAY), announced('a', '2026-01-15/2026-01-25', TUESDAY)],
    ['r', '2026-01-20'],
  ],
  [
    'not what was said before the last revision',
    [
      announced('a', '2026-01-20', MONDAY),
      moved('r', '2026-01-21/2026-01-22', TUESDAY),
      announced('b', '2026-01-15/2026-01-25', WEDNESDAY),
    ],
    ['r', '2026-01-21/2026-01-22'],
  ],
  [
    'not what was said before it was put off to no date',
    [announced('a', '2026-01-20', MONDAY), moved('r', undefined, TUESDAY), announced('b', '2026-01-15/2026-01-25', WEDNESDAY)],
    ['b', '2026-01-15/2026-01-25'],
  ],
  [
    'not that at which it was cancelled, nor what was said before',
    [
      announced('a', '2026-01-20', MONDAY),
      cancelled('r', { ...TUESDAY, scheduledFor: '2026-01-20' }),
      announced('b', '2026-01-15/2026-01-25', WEDNESDAY),
    ],
    ['b', '2026-01-15/2026-01-25'],
  ],
  ['none once it is cancelled', [announced('a', '2026-01-20', MONDAY), cancelled('r', { ...TUESDAY, scheduledFor: '2026-01-20' })], null],
  ['none once it is put off to no date', [announced('a', '2026-01-20', MONDAY), moved('r', undefined, TUESDAY)], null],
  [
    'not that of a possible report where the latest is certain',
    [announced('a', '2026-01-20', { ...MONDAY, ...POSSIBLE }), announced('b', '2026-01', TUESDAY)],
    ['b', '2026-01', '2026-01-06/2026-01-31'],
  ],
  [
    'that of a possible report where the latest is no more',
    [announced('a', '2026-01-20', { ...MONDAY, ...POSSIBLE }), announced('b', '2026-01', { ...TUESDAY, ...POSSIBLE })],
    ['a', '2026-01-20'],
  ],
  [
    'that of a certain report within a possible one',
    [announced('a', '2026-01-20', MONDAY), announced('b', '2026-01', { ...TUESDAY, ...POSSIBLE })],
    ['a', '2026-01-20'],
  ],
  [
    'not what a possible revision hides',
    [announced('a', '2026-01-20', MONDAY), moved('r', '2026-02-01', { ...TUESDAY, ...POSSIBLE }), announced('b', '2026-01', WEDNESDAY)],
    ['b', '2026-01', '2026-01-07/2026-01-31'],
  ],
];

describe('the schedule of a meeting is', () => {
  it.each(CASES)('%s', (_, reports, expected) => {
    const [report, edtf, days = edtf] = expected ?? [];
    const schedule = meetingSchedule(planning(...reports));
    expect(schedule).toEqual(expected && { report, edtf, window: windowOf(days ?? '') });
  });
});
