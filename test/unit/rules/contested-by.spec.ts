import { strongestCandidates } from '../../../src/rules/candidates.js';
import { contestedBy } from '../../../src/rules/contested-by.js';
import { groundsFrom } from '../../../src/rules/grounds.js';
import type { Statement } from '../../../src/rules/statements.js';
import { day, idsOf, said } from './seen.js';

const current = said('current', 'demands', { occurred: '2026-01-05/2026-01-06' });
const undated = said('undated', 'demands', { occurred: '../2026-01-20', rank: 1 });

const CASES: readonly [string, Statement, Statement[], string[]][] = [
  ['a stance is not contested by itself', current, [], []],
  ['one of the same weight does not contest', current, [said('same', 'demands', { occurred: '2026-01-05' })], []],
  [
    'two modalities of the same weight do not contest each other',
    said('current', 'accepts'),
    [said('same', 'supports', { occurred: '2026-01-19' })],
    [],
  ],
  ['one that may end on the day it starts contests', current, [said('edge', 'objects', { occurred: '2026-01-01/2026-01-05' })], ['edge']],
  ['one that ended the day before does not', current, [said('over', 'objects', { occurred: '2026-01-01/2026-01-04' })], []],
  ['an undated stance above a dated one is contested by it', undated, [said('dated', 'rejects', { occurred: '2026-01-02' })], ['dated']],
  ['a dated stance is contested by the undated one below it', current, [said('open', 'rejects', { occurred: '../2026-01-05' })], ['open']],
  [
    "somebody else's later claim contests a party's own words",
    current,
    [said('claim', 'accepts', { rank: 0, occurred: '2026-01-09' })],
    ['claim'],
  ],
  [
    'of one rank and weight the strongest alone contests',
    current,
    [said('weaker', 'supports', { occurred: '2026-01-01/2026-01-05' }), said('stronger', 'accepts', { occurred: '2026-01-02/2026-01-05' })],
    ['stronger'],
  ],
  [
    'where the strongest of a weight is over before it, a weaker one does not step in',
    current,
    [said('strongest', 'supports', { occurred: '2026-01-03' }), said('longer', 'accepts', { occurred: '2026-01-02/2026-01-06' })],
    [],
  ],
  [
    'each rank and each weight contests by itself, strongest first',
    current,
    [
      said('claim', 'accepts', { rank: 0, occurred: '2026-01-09' }),
      said('accepts', 'accepts', { occurred: '2026-01-02/2026-01-05' }),
      said('objects', 'objects', { occurred: '2026-01-03/2026-01-05' }),
      said('claim-against', 'rejects', { rank: 0, occurred: '2026-01-10' }),
    ],
    ['objects', 'accepts', 'claim-against', 'claim'],
  ],
];

describe('contested by', () => {
  it.each(CASES)('%s', (_, stance, others, expected) => {
    expect(idsOf(contestedBy(stance, strongestCandidates(groundsFrom([stance, ...others]), day('2026-01-10'))))).toEqual(expected);
  });
});
