import { isCandidate, isExpired, namedPrevious, strongestCandidates } from '../../../src/rules/candidates.js';
import { groundsFrom } from '../../../src/rules/grounds.js';
import type { Statement } from '../../../src/rules/statements.js';
import { day, idsOf, said } from './seen.js';

const D = day('2026-01-10');

describe('a statement is expired', () => {
  it.each([
    ['never without an end', undefined, false],
    ['from the day after its end', '2026-01-09', true],
    ['not on its last day', '2026-01-10', false],
    ['not while its end may be still to come', '2026-01-05/2026-01-10', false],
    ['not with an open end', '2026-01-05/..', false],
  ])('%s', (_, until, expected) => {
    expect(isExpired(said('s', 'demands', { ...(until && { until }) }), D)).toBe(expected);
  });
});

describe('the previous that a statement names counts', () => {
  const naming = said('new', 'accepts', { previous: 'old', firstPosition: 5 });

  it.each<[string, Statement, boolean]>([
    ['where it was first recorded earlier', said('old', 'rejects', { firstPosition: 4 }), true],
    ['not where it was recorded later', said('old', 'rejects', { firstPosition: 6 }), false],
    ['where it is of lower rank', said('old', 'rejects', { rank: 0, firstPosition: 4 }), true],
    ['whatever its date', said('old', 'rejects', { occurred: '2026-01-20', firstPosition: 4 }), true],
    ['not where another one is named', said('other', 'rejects', { firstPosition: 4 }), false],
  ])('%s', (_, old, counts) => {
    expect(namedPrevious(naming, groundsFrom([old, naming]))).toBe(counts ? old : undefined);
  });

  it('not where it is of higher rank', () => {
    const claim = said('new', 'accepts', { previous: 'old', firstPosition: 5, rank: 0 });
    expect(namedPrevious(claim, groundsFrom([said('old', 'rejects', { firstPosition: 4 }), claim]))).toBeUndefined();
  });

  it('not where it is none of the same party on the same target', () => {
    expect(namedPrevious(naming, groundsFrom([naming]))).toBeUndefined();
  });

  it('not where it is the statement itself', () => {
    const self = said('self', 'accepts', { previous: 'self' });
    expect(namedPrevious(self, groundsFrom([self]))).toBeUndefined();
  });
});

const old = said('old', 'rejects', { firstPosition: 1 });

describe('candidates', () => {
  it.each<[string, Statement[], string[]]>([
    ['are all statements where none is replaced', [old, said('new', 'accepts', { firstPosition: 2 })], ['old', 'new']],
    ['leave out the superseded', [old, said('new', 'accepts', { previous: 'old', firstPosition: 2 })], ['new']],
    ['leave out the expired', [said('old', 'rejects', { until: '2026-01-09' })], []],
    [
      'keep what an expired statement would supersede',
      [old, said('new', 'accepts', { previous: 'old', until: '2026-01-09', firstPosition: 2 })],
      ['old'],
    ],
    [
      'leave out what a superseded statement supersedes',
      [old, said('mid', 'objects', { previous: 'old', firstPosition: 2 }), said('new', 'accepts', { previous: 'mid', firstPosition: 3 })],
      ['new'],
    ],
    [
      'keep a statement that a later recorded one of lower rank names',
      [old, said('claim', 'accepts', { rank: 0, previous: 'old', firstPosition: 2 })],
      ['old', 'claim'],
    ],
    ['are none of none', [], []],
  ])('%s', (_, statements, expected) => {
    const grounds = groundsFrom(statements);
    expect(idsOf(statements.filter((statement) => isCandidate(statement, grounds, D)))).toEqual(expected);
  });
});

it('of each rank and weight the strongest candidate is asked for, whatever stands above it', () => {
  const statements = [
    said('low', 'demands', { occurred: '2026-01-01', firstPosition: 1 }),
    said('top', 'demands', { occurred: '2026-01-03', firstPosition: 2 }),
    said('naming', 'objects', { occurred: '2026-01-02', previous: 'top', firstPosition: 3 }),
    said('claim', 'demands', { occurred: '2026-01-04', rank: 0, firstPosition: 4 }),
  ];
  expect(idsOf(strongestCandidates(groundsFrom(statements), D)).toSorted()).toEqual(['claim', 'low', 'naming']);
});
