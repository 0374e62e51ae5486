import { meetingSchedule } from '../../../src/rules/meeting-schedule.js';
import { type MeetingStatus, meetingStatus } from '../../../src/rules/meeting-status.js';
import { type OfMeeting, reportsOfMeeting } from '../../../src/rules/meeting-telling.js';
import type { At } from '../../../src/vocabulary/axes.js';
import { on } from '../../support/histories-by-hand.js';
import { announced, cancelled, held, moved, naming, tellings } from './meeting-reports.js';
import { seen, told } from './seen.js';

const statusOf = (reports: readonly OfMeeting[], at: At): MeetingStatus => {
  const told = tellings(...reports);
  return meetingStatus(told, meetingSchedule(told.planning), at);
};

const [EARLY, LATE] = [{ occurred: '2026-01-02' }, { occurred: '2026-01-03' }];
const OTHER = { source: 'next' };

/** At the end of 10 January. */
const CASES: readonly [string, MeetingStatus, OfMeeting[]][] = [
  ['held once any report says so', 'held', [announced('a', '2026-02-01', LATE), held('h', EARLY)]],
  ['held even behind a cancellation', 'held', [held('h', EARLY), cancelled('r', LATE)]],
  ['cancelled by the latest', 'cancelled', [announced('a', '2026-02-01', EARLY), cancelled('r', LATE)]],
  ['cancelled although its date has passed', 'cancelled', [cancelled('r', { ...LATE, scheduledFor: '2026-01-05' })]],
  ['announced anew after a cancellation', 'announced', [cancelled('r', EARLY), announced('a', '2026-02-01', LATE)]],
  ['moved', 'moved', [announced('a', '2026-01-05', EARLY), moved('r', '2026-02-01', LATE)]],
  ['moved without a new date, though the old one has passed', 'moved', [announced('a', '2026-01-05', EARLY), moved('r', undefined, LATE)]],
  ['elapsed once its moved date has passed', 'elapsed-unreported', [moved('r', '2026-01-09', LATE)]],
  ['elapsed the day after the last day of its schedule', 'elapsed-unreported', [announced('a', '2026-01-05/2026-01-09')]],
  ['announced on the last day of its schedule', 'announced', [announced('a', '2026-01-05/2026-01-10')]],
  ['announced for no certain end', 'announced', [announced('a', '2026-01-05/..')]],
  [
    'elapsed once the 6th has passed, though the week has not',
    'elapsed-unreported',
    [announced('a', '2026-01-06', EARLY), announced('b', '2026-01-05/2026-01-11', { ...LATE, ...OTHER })],
  ],
  ['announced twice by one source', 'announced', [announced('a', '2026-02-01', EARLY), announced('b', '2026-02-01', LATE)]],
  [
    'announced for days that do not overlap',
    'announced',
    [announced('a', '2026-02-01', EARLY), announced('b', '2026-02-02', { ...LATE, ...OTHER })],
  ],
  ['confirmed by a second source', 'confirmed', [announced('a', '2026-02-01', EARLY), announced('b', '2026-02', { ...LATE, ...OTHER })]],
  [
    'confirmed on the one day that two announcements share',
    'confirmed',
    [announced('a', '2026-02-01/2026-02-03', EARLY), announced('b', '2026-02-03/2026-02-05', { ...LATE, ...OTHER })],
  ],
  [
    'not confirmed by a source whose days lie beside the narrowest',
    'announced',
    [
      announced('a', '2026-02-01/2026-02-05', { ...EARLY, ...OTHER }),
      announced('b', '2026-02-09', LATE),
      announced('c', '2026-02', { occurred: '2026-01-04' }),
    ],
  ],
  ['not confirmed by a revision', 'announced', [moved('r', '2026-02-01', { ...EARLY, ...OTHER }), announced('a', '2026-02-01', LATE)]],
  ['only mentioned where nothing tells of it', 'mentioned', []],
];

describe('a meeting is', () => {
  it.each(CASES)('%s', (_, status, reports) => {
    const at = on('2026-01-10');
    expect(statusOf(reports, at)).toBe(status);
    expect(statusOf(reports.toReversed(), at)).toBe(status);
  });
});

describe('the latest report', () => {
  it.each([
    ['is that of the later end', { occurred: '2026-01-03' }, { occurred: '2026-01-01/2026-01-04' }],
    [
      'is that of the later publication',
      { occurred: '2026-01-03', published: '2026-01-05' },
      { occurred: '2026-01-03', published: '2026-01-06' },
    ],
    ['is the one recorded later', { firstPosition: 1 }, { firstPosition: 2 }],
  ])('%s', (_, earlier, later) => {
    expect(statusOf([moved('r', '2026-02-01', earlier), announced('a', '2026-02-01', later)], on('2026-01-10'))).toBe('announced');
  });
});

describe('a date has passed by the earlier of D and K', () => {
  it.each([
    ['2026-01-10', undefined, 'elapsed-unreported'],
    ['2026-01-09', undefined, 'announced'],
    ['2026-01-20', '2026-01-10', 'elapsed-unreported'],
    ['2026-01-20', '2026-01-09', 'announced'],
    ['2026-01-09', '2026-01-20', 'announced'],
  ])('at D = %s, K = %s', (asOf, knownBy, status) => {
    const at = on(asOf, { ...(knownBy && { knownBy }) });
    expect(statusOf([announced('a', '2026-01-09')], at)).toBe(status);
  });
});

it('what is said of another meeting, or names this one only, does not tell of it', () => {
  const other = told((story) => story.meeting('MeetingHeld', 'other', {}, { meeting: 'another' }));
  expect(reportsOfMeeting([seen(other), naming('x'), held('h')], 'm').map(({ id }) => id)).toEqual(['h']);
});
