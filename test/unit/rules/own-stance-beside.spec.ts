import { groundsOf } from '../../../bench/refold/stances-from-reports.js';
import { isOwnWord, ownStanceBeside } from '../../../src/rules/own-stance-beside.js';
import type { Statement } from '../../../src/rules/statements.js';
import { position } from '../../support/histories-by-hand.js';
import { day, said } from './seen.js';

const D = day('2026-01-10');

/** The report of the party's own stance beside the report `new`. */
function ownBeside(...statements: Statement[]): string | undefined {
  const [grounds] = groundsOf(statements);
  return grounds && ownStanceBeside(grounds, D, 'new')?.report.id;
}

describe('what a party holds in its own words', () => {
  const early = said('early', 'demands', { occurred: '2026-01-01', by: ['a'] });
  const late = said('late', 'objects', { occurred: '2026-01-03', by: ['a'], firstPosition: 2 });

  it.each<[string, Statement[], string | undefined]>([
    ['nothing, where it said nothing', [], undefined],
    ['the latest that it said', [late, early], 'late'],
    ['nothing of what only the source says', [said('told', 'demands', { occurred: '2026-01-01' })], undefined],
    ['nothing of what others say of it', [said('claim', 'demands', { occurred: '2026-01-01', rank: 0 })], undefined],
    ['its own words below the later ones of a source', [early, said('told', 'rejects', { occurred: '2026-01-05' })], 'early'],
    ['nothing of the report itself', [said('new', 'demands', { occurred: '2026-01-01', by: ['a'] })], undefined],
    ['what stands below the report itself', [early, said('new', 'rejects', { occurred: '2026-01-05', by: ['a'] })], 'early'],
    ['nothing of what has expired', [said('ended', 'demands', { occurred: '2026-01-01', until: '2026-01-09', by: ['a'] })], undefined],
    [
      'nothing of what it has replaced',
      [early, said('turn', 'objects', { occurred: '2025-12-01', by: ['a'], firstPosition: 3, previous: 'early' })],
      'turn',
    ],
  ])('is %s', (_, statements, expected) => {
    expect(ownBeside(...statements)).toBe(expected);
  });
});

it.each<[string, string[] | null, boolean]>([
  ['its own word', ['a'], true],
  ['its word and that of others', ['a', 'b'], true],
  ['the word of others', ['b'], false],
  ['the word of nobody who is known', [], false],
  ['the word of the source', null, false],
])('a position is %s', (_, claimants, expected) => {
  expect(isOwnWord(position('new', 'a', 'demands'), claimants, 'a')).toBe(expected);
});
