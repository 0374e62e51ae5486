import { meetingContestedBy } from '../../../src/rules/meeting-contested-by.js';
import type { OfMeeting } from '../../../src/rules/meeting-telling.js';
import { announced, cancelled, held, moved, tellings } from './meeting-reports.js';

const [EARLY, LATE, LATEST] = [{ occurred: '2026-01-05' }, { occurred: '2026-01-06' }, { occurred: '2026-01-07' }];

const CASES: readonly [string, OfMeeting[], [report: string, says: string][]][] = [
  ['nobody where one alone tells of it', [announced('a', '2026-01-20')], []],
  ['nobody where it is only mentioned', [], []],
  ['a cancellation after it was held', [held('h', EARLY), cancelled('r', LATE)], [['r', 'cancelled']]],
  ['a cancellation of the day on which it was held', [cancelled('r', EARLY), held('h', EARLY)], [['r', 'cancelled']]],
  [
    'a cancellation that may be as late',
    [cancelled('r', { occurred: '2026-01-01/2026-01-06' }), held('h', { occurred: '2026-01-06/2026-01-09' })],
    [['r', 'cancelled']],
  ],
  ['nobody where it was cancelled before it was held', [cancelled('r', EARLY), held('h', LATE)], []],
  ['nobody where it was announced after it was held', [held('h', EARLY), announced('a', '2026-01-05', LATE)], []],
  ['a cancellation after the latest report of it having been held alone', [held('g', EARLY), cancelled('r', LATE), held('h', LATEST)], []],
  [
    'who says on that day that it takes place',
    [announced('a', '2026-01-20', EARLY), cancelled('r', { ...EARLY, firstPosition: 2 })],
    [['a', 'on']],
  ],
  [
    'who says on that day that it is moved',
    [moved('a', '2026-01-20', EARLY), cancelled('r', { ...EARLY, firstPosition: 2 })],
    [['a', 'on']],
  ],
  [
    'who says on that day that it is cancelled',
    [cancelled('r', EARLY), announced('a', '2026-01-20', { ...EARLY, firstPosition: 2 })],
    [['r', 'cancelled']],
  ],
  ['nobody where it was announced on a day before', [announced('a', '2026-01-20', EARLY), cancelled('r', LATE)], []],
  ['nobody where it is announced anew on a later day', [cancelled('r', EARLY), announced('a', '2026-01-20', LATE)], []],
  ['nobody where another one says the same', [cancelled('q', EARLY), cancelled('r', EARLY)], []],
  [
    'the latest alone of those who say otherwise',
    [
      announced('a', '2026-01-20', { ...EARLY, firstPosition: 1 }),
      announced('b', '2026-01-21', { ...EARLY, firstPosition: 2 }),
      cancelled('r', { ...EARLY, firstPosition: 3 }),
    ],
    [['b', 'on']],
  ],
];

describe('a meeting is contested by', () => {
  it.each(CASES)('%s', (_, reports, expected) => {
    expect(meetingContestedBy(tellings(...reports))).toEqual(expected.map(([report, says]) => ({ report, says })));
  });
});
