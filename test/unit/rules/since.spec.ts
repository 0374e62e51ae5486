import { groundsFrom } from '../../../src/rules/grounds.js';
import { sinceStatement } from '../../../src/rules/since.js';
import type { Statement } from '../../../src/rules/statements.js';
import { day, said } from './seen.js';

const current = said('current', 'accepts', { occurred: '2026-01-05', firstPosition: 5 });

const CASES: readonly [string, Statement[], string][] = [
  ['the current one where it stands alone', [], 'current'],
  [
    'the first of those of its weight below it',
    [said('mid', 'supports', { occurred: '2026-01-03' }), said('first', 'accepts', { occurred: '2026-01-01' })],
    'first',
  ],
  [
    'not one behind another weight',
    [said('break', 'objects', { occurred: '2026-01-03' }), said('first', 'accepts', { occurred: '2026-01-01' })],
    'current',
  ],
  [
    'one reached before another weight',
    [
      said('mid', 'accepts', { occurred: '2026-01-04' }),
      said('break', 'demands', { occurred: '2026-01-03' }),
      said('first', 'accepts', { occurred: '2026-01-01' }),
    ],
    'mid',
  ],
  ['not one above it', [said('above', 'accepts', { occurred: '2026-01-06' })], 'current'],
  ['a superseded one too', [said('old', 'accepts', { occurred: '2026-01-01', firstPosition: 1 })], 'old'],
  [
    'one behind an expired one of another weight, which is passed over',
    [said('expired', 'objects', { occurred: '2026-01-03', until: '2026-01-04' }), said('first', 'accepts', { occurred: '2026-01-01' })],
    'first',
  ],
  ['not an expired one', [said('expired', 'accepts', { occurred: '2026-01-01', until: '2026-01-09' })], 'current'],
  ['one that ends on the day', [said('ending', 'accepts', { occurred: '2026-01-01', until: '2026-01-10' })], 'ending'],
  [
    'not one of another rank, which does not break the chain either',
    [said('claim', 'objects', { rank: 0, occurred: '2026-01-04' }), said('first', 'accepts', { occurred: '2026-01-01' })],
    'first',
  ],
  ['not a claim of the same weight', [said('claim', 'accepts', { rank: 0, occurred: '2026-01-01' })], 'current'],
];

describe('a stance is held since', () => {
  it.each(CASES)('%s', (_, others, expected) => {
    expect(sinceStatement(current, groundsFrom([...others, current]), day('2026-01-10')).report.id).toBe(expected);
  });
});

it('a superseded statement of another weight breaks the chain as any other does', () => {
  const superseding = said('current', 'accepts', { occurred: '2026-01-05', previous: 'old', firstPosition: 5 });
  const old = said('old', 'rejects', { occurred: '2026-01-03' });
  const first = said('first', 'accepts', { occurred: '2026-01-01' });
  expect(sinceStatement(superseding, groundsFrom([first, old, superseding]), day('2026-01-10'))).toBe(superseding);
});
