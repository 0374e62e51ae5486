import type { At } from '../../../src/vocabulary/axes.js';
import { type MeetingVerdict, reportsOfMeeting, tellingOf, verdictOnMeeting } from '../../../src/rules/meeting-status.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import { on } from '../../support/histories-by-hand.js';
import { seen, type Standing, told } from './seen.js';

const meetingStatus = (meeting: string, naming: readonly VisibleReport[], at: At): MeetingVerdict =>
  verdictOnMeeting(reportsOfMeeting(naming, meeting).map(tellingOf), naming, at);

type Type = 'MeetingAnnounced' | 'MeetingRevised' | 'MeetingHeld';
type Rest = Standing & { change?: 'moved' | 'cancelled'; source?: string };

const report = (type: Type, id: string, scheduledFor?: string, { change, source = 'early', ...standing }: Rest = {}): VisibleReport => {
  const data = { ...(scheduledFor && { scheduledFor }), ...(change && { change }) };
  return seen(
    told((story) => story.meeting(type, id, data, { source })),
    standing,
  );
};

const announced = (id: string, scheduledFor?: string, rest?: Rest) => report('MeetingAnnounced', id, scheduledFor, rest);
const revised = (id: string, change: 'moved' | 'cancelled', scheduledFor?: string, rest: Rest = {}) =>
  report('MeetingRevised', id, scheduledFor, { ...rest, change });
const held = (id: string, rest?: Rest) => report('MeetingHeld', id, undefined, rest);
const naming = (id: string, standing: Standing = {}) =>
  seen(
    told((story) => story.assessment(id, { about: { meeting: 'm' } })),
    standing,
  );

const [EARLY, LATE] = [{ occurred: '2026-01-02' }, { occurred: '2026-01-03' }];
const POSSIBLE = { possible: true };
const OTHER = { source: 'next' };

/** At the end of 10 January. */
const CASES: readonly [string, VisibleReport[], MeetingVerdict['status'], MeetingVerdict['certainty'], string[]][] = [
  ['held once any report says so', [announced('a', '2026-02-01', LATE), held('h', EARLY)], 'held', 'certain', ['h']],
  ['held even behind a cancellation', [held('h', EARLY), revised('r', 'cancelled', undefined, LATE)], 'held', 'certain', ['h']],
  ['held for certain if any says so for certain', [held('p', { ...LATE, ...POSSIBLE }), held('c', EARLY)], 'held', 'certain', ['p', 'c']],
  ['possibly held', [held('p', POSSIBLE)], 'held', 'possible', ['p']],
  [
    'cancelled by the latest',
    [announced('a', '2026-02-01', EARLY), revised('r', 'cancelled', undefined, LATE)],
    'cancelled',
    'certain',
    ['r'],
  ],
  ['cancelled although its date has passed', [revised('r', 'cancelled', '2026-01-05', LATE)], 'cancelled', 'certain', ['r']],
  [
    'announced anew after a cancellation',
    [revised('r', 'cancelled', undefined, EARLY), announced('a', '2026-02-01', LATE)],
    'announced',
    'certain',
    ['a'],
  ],
  ['moved', [announced('a', '2026-01-05', EARLY), revised('r', 'moved', '2026-02-01', LATE)], 'moved', 'certain', ['r']],
  ['moved without a new date', [announced('a', '2026-01-05', EARLY), revised('r', 'moved', undefined, LATE)], 'moved', 'certain', ['r']],
  ['elapsed once its moved date has passed', [revised('r', 'moved', '2026-01-09', POSSIBLE)], 'elapsed-unreported', 'possible', ['r']],
  ['elapsed the day after the last day of its schedule', [announced('a', '2026-01-05/2026-01-09')], 'elapsed-unreported', 'certain', ['a']],
  ['announced on the last day of its schedule', [announced('a', '2026-01-05/2026-01-10')], 'announced', 'certain', ['a']],
  ['announced for no certain end', [announced('a', '2026-01-05/..')], 'announced', 'certain', ['a']],
  [
    'announced twice by one source',
    [announced('a', '2026-02-01', EARLY), announced('b', '2026-02-01', LATE)],
    'announced',
    'certain',
    ['b'],
  ],
  [
    'announced for days that do not overlap',
    [announced('a', '2026-02-01', EARLY), announced('b', '2026-02-02', { ...LATE, ...OTHER })],
    'announced',
    'certain',
    ['b'],
  ],
  [
    'confirmed by a second source',
    [announced('a', '2026-02-01', EARLY), announced('b', '2026-02', { ...LATE, ...OTHER })],
    'confirmed',
    'certain',
    ['b', 'a'],
  ],
  [
    'confirmed on the one day that two announcements share',
    [announced('a', '2026-02-01/2026-02-03', EARLY), announced('b', '2026-02-03/2026-02-05', { ...LATE, ...OTHER })],
    'confirmed',
    'certain',
    ['b', 'a'],
  ],
  [
    'only possibly confirmed where one of the two is possible',
    [announced('a', '2026-02-01', EARLY), announced('b', '2026-02-01', { ...LATE, ...OTHER, ...POSSIBLE })],
    'confirmed',
    'possible',
    ['b', 'a'],
  ],
  [
    'confirmed for certain by two others than the latest',
    [
      announced('a', '2026-02-01', EARLY),
      announced('b', '2026-02-01', { ...EARLY, ...OTHER }),
      announced('c', '2026-02-01', { ...LATE, ...POSSIBLE }),
    ],
    'confirmed',
    'certain',
    ['c', 'a', 'b'],
  ],
  [
    'not confirmed by a revision',
    [revised('r', 'moved', '2026-02-01', { ...EARLY, ...OTHER }), announced('a', '2026-02-01', LATE)],
    'announced',
    'certain',
    ['a'],
  ],
  ['only mentioned', [naming('x', EARLY), naming('y', { ...LATE, ...POSSIBLE })], 'mentioned', 'possible', ['y', 'x']],
  ['not mentioned where it is announced', [naming('x', LATE), announced('a', '2026-02-01', EARLY)], 'announced', 'certain', ['a']],
];

describe('a meeting is', () => {
  it.each(CASES)('%s', (_, reports, status, certainty, evidence) => {
    const expected = { status, certainty, evidence };
    const at = on('2026-01-10');
    expect(meetingStatus('m', reports, at)).toEqual(expected);
    // Which report is the latest is a matter of their dates; only reports of the same dates stay in the order of the list.
    expect(meetingStatus('m', reports, at).status).toBe(meetingStatus('m', reports.toReversed(), at).status);
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
    const reports = [revised('r', 'moved', '2026-02-01', earlier), announced('a', '2026-02-01', later)];
    expect(meetingStatus('m', reports, on('2026-01-10')).evidence).toEqual(['a']);
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
    expect(meetingStatus('m', [announced('a', '2026-01-09')], at).status).toBe(status);
  });
});

it('what is said of another meeting says nothing of this one', () => {
  const other = told((story) => story.meeting('MeetingHeld', 'other', {}, { meeting: 'another' }));
  expect(meetingStatus('m', [seen(other), naming('x')], on('2026-01-10')).status).toBe('mentioned');
});
