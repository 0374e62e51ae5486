import { groundsFrom } from '../../../src/rules/grounds.js';
import { previousOf } from '../../../src/rules/previous.js';
import type { Statement } from '../../../src/rules/statements.js';
import { day, said } from './seen.js';

const current = said('current', 'demands', { occurred: '2026-01-05', firstPosition: 9 });
const naming = said('current', 'demands', { occurred: '2026-01-05', firstPosition: 9, previous: 'named' });

const CASES: readonly [string, Statement, Statement[], string | undefined][] = [
  ['none without another statement', current, [], undefined],
  ['one of another weight that ended before', current, [said('before', 'objects', { occurred: '2026-01-01/2026-01-04' })], 'before'],
  [
    'none that may still have been held on the day',
    current,
    [said('overlapping', 'objects', { occurred: '2026-01-01/2026-01-05' })],
    undefined,
  ],
  ['none of the same weight', current, [said('same', 'demands', { occurred: '2026-01-04' })], undefined],
  ['none of another rank', current, [said('claim', 'objects', { rank: 0, occurred: '2026-01-04' })], undefined],
  [
    'the strongest of several',
    current,
    [said('first', 'rejects', { occurred: '2026-01-02' }), said('second', 'objects', { occurred: '2026-01-03' })],
    'second',
  ],
  ['an undated one that ended before', current, [said('undated', 'objects', { occurred: '../2026-01-04' })], 'undated'],
  [
    'none where the current one is undated',
    said('current', 'demands', { occurred: '../2026-01-05' }),
    [said('x', 'objects', { occurred: '2026-01-01' })],
    undefined,
  ],
  ['none that is expired', current, [said('expired', 'objects', { occurred: '2026-01-02', until: '2026-01-04' })], undefined],
  [
    'the named one rather than the strongest',
    naming,
    [said('named', 'objects', { occurred: '2026-01-01', firstPosition: 2 }), said('later', 'rejects', { occurred: '2026-01-04' })],
    'named',
  ],
  ['the named one though it is of the same weight', naming, [said('named', 'demands', { occurred: '2026-01-01' })], 'named'],
  ['the named one though it is expired', naming, [said('named', 'objects', { occurred: '2026-01-01', until: '2026-01-02' })], 'named'],
  ['the named one though it overlaps', naming, [said('named', 'objects', { occurred: '2026-01-01/2026-01-05' })], 'named'],
  [
    'the strongest where the named one does not count, having been recorded later',
    naming,
    [said('named', 'demands', { firstPosition: 10, occurred: '2026-01-01' }), said('before', 'objects', { occurred: '2026-01-02' })],
    'before',
  ],
];

describe('the previous statement is', () => {
  it.each(CASES)('%s', (_, stance, others, expected) => {
    expect(previousOf(stance, groundsFrom([stance, ...others]), day('2026-01-10'))?.report.id).toBe(expected);
  });
});
