import { meetingState } from '../../../src/rules/meeting-state.js';
import { type OfMeeting, reportsOfMeeting, tellingOf } from '../../../src/rules/meeting-telling.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import { on } from '../../support/histories-by-hand.js';
import { announced, cancelled, held, moved, naming } from './meeting-reports.js';

const [EARLY, LATE, LATEST] = [{ occurred: '2026-01-02' }, { occurred: '2026-01-03' }, { occurred: '2026-01-04' }];
const POSSIBLE = { possible: true };
const OTHER = { source: 'next' };

/** At the end of 10 January. */
const CASES: readonly [string, (OfMeeting | VisibleReport)[], string, string[]][] = [
  ['held for certain if any says so for certain', [held('p', { ...LATE, ...POSSIBLE }), held('c', EARLY)], 'held certain', ['p', 'c']],
  ['only possibly held', [held('p', POSSIBLE)], 'held possible', ['p']],
  [
    'possibly held, though it was announced for certain',
    [announced('a', '2026-01-09', EARLY), held('p', { ...LATE, ...POSSIBLE })],
    'held possible',
    ['p'],
  ],
  [
    'mentioned for certain if any report that names it is certain',
    [naming('x', EARLY), naming('y', { ...LATE, ...POSSIBLE })],
    'mentioned certain',
    ['y', 'x'],
  ],
  ['only possibly mentioned', [naming('x', POSSIBLE)], 'mentioned possible', ['x']],
  [
    'as possible as the latest, cancelled',
    [announced('a', '2026-02-01', EARLY), cancelled('r', { ...LATE, ...POSSIBLE })],
    'cancelled possible',
    ['r'],
  ],
  [
    'as certain as the latest, moved',
    [announced('a', '2026-02-01', { ...EARLY, ...POSSIBLE }), moved('r', '2026-02-02', LATE)],
    'moved certain',
    ['r'],
  ],
  ['elapsed as possibly as the latest', [moved('r', '2026-01-09', POSSIBLE)], 'elapsed-unreported possible', ['r']],
  [
    'elapsed by the date of another report, which is evidence too',
    [naming('x', LATEST), announced('a', '2026-01-06', EARLY), announced('b', '2026-01-05/2026-01-11', LATE)],
    'elapsed-unreported certain',
    ['b', 'a'],
  ],
  [
    'announced by the latest, which says the date',
    [announced('a', '2026-02-01', EARLY), announced('b', '2026-02-01', LATE)],
    'announced certain',
    ['b'],
  ],
  [
    'confirmed for certain by two certain sources',
    [announced('a', '2026-02-01', EARLY), announced('b', '2026-02', { ...LATE, ...OTHER })],
    'confirmed certain',
    ['b', 'a'],
  ],
  [
    'only possibly confirmed where one of the two is possible',
    [announced('a', '2026-02-01', EARLY), announced('b', '2026-02-01', { ...LATE, ...OTHER, ...POSSIBLE })],
    'confirmed possible',
    ['b', 'a'],
  ],
  [
    'only possibly confirmed where the two that are certain are of one source',
    [
      announced('a', '2026-02-01', EARLY),
      announced('b', '2026-02-01', { ...LATE, ...OTHER, ...POSSIBLE }),
      announced('c', '2026-02-01', LATEST),
    ],
    'confirmed possible',
    ['c', 'b', 'a'],
  ],
  [
    'confirmed for certain by two others than the latest',
    [
      announced('a', '2026-02-01', EARLY),
      announced('b', '2026-02-01', { ...LATE, ...OTHER }),
      announced('c', '2026-02-01', { ...LATEST, ...POSSIBLE }),
    ],
    'confirmed certain',
    ['c', 'b', 'a'],
  ],
  [
    'confirmed for the date of a revision, which is evidence too',
    [
      announced('before', '2026-03-01', EARLY),
      moved('r', '2026-02-03', EARLY),
      announced('a', '2026-02-01/2026-02-05', { ...LATE, ...OTHER }),
      announced('b', '2026-02', LATEST),
    ],
    'confirmed certain',
    ['b', 'r', 'a'],
  ],
];

describe('a meeting is', () => {
  it.each(CASES)('%s', (_, reports, expected, evidence) => {
    const state = meetingState({ id: 'm', telling: reportsOfMeeting(reports, 'm').map(tellingOf), naming: reports }, on('2026-01-10'));
    expect([`${state.status} ${state.certainty}`, state.evidence]).toEqual([expected, evidence]);
  });
});
