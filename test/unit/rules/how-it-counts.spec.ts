import { groundsFrom, statementIn } from '../../../src/rules/grounds.js';
import { howItCounts } from '../../../src/rules/how-it-counts.js';
import { decidingOn } from '../../../src/rules/stance.js';
import type { Statement } from '../../../src/rules/statements.js';
import { day, said } from './seen.js';

const D = day('2026-01-10');

/** How each of some statements counts: its report, how, and by which one. */
function counted(...statements: Statement[]): (string | null)[][] {
  const grounds = groundsFrom(statements);
  const deciding = decidingOn(grounds, D);
  return statements.map((statement) => {
    const { counts, decidedBy } = howItCounts(statement, deciding, grounds, D);
    return [statement.report.id, counts, decidedBy?.report.id ?? null];
  });
}

const on = (occurred: string, firstPosition: number) => ({ occurred, firstPosition });
const current = said('now', 'rejects', on('2026-01-08', 9));

it.each<[string, Statement, ...[string, string | null]]>([
  ['of another weight that may be later contests', said('s', 'demands', on('2026-01-07/2026-01-08', 1)), 'contests', 'now'],
  ['of another weight before it is previous', said('s', 'demands', on('2026-01-02', 1)), 'previous', 'now'],
  ['of its weight before it is since when it is held', said('s', 'rejects', on('2026-01-02', 1)), 'since', 'now'],
  ['that ended, and is weaker, is expired', said('s', 'demands', { ...on('2026-01-02', 1), until: '2026-01-05' }), 'expired', null],
  ['that ended, and is stronger, is lapsed', said('s', 'demands', { ...on('2026-01-09', 1), until: '2026-01-09' }), 'lapsed', null],
  ['of somebody else before it is outranked', said('s', 'demands', { ...on('2026-01-02', 1), rank: 0 }), 'outranked', 'now'],
  ['of somebody else after it contests', said('s', 'demands', { ...on('2026-01-09', 1), rank: 0 }), 'contests', 'now'],
  ['of somebody else who says the same agrees', said('s', 'rejects', { ...on('2026-01-09', 1), rank: 0 }), 'agrees', 'now'],
])('a statement %s', (_, statement, counts, decidedBy) => {
  expect(counted(statement, current)).toEqual([
    ['s', counts, decidedBy],
    ['now', 'current', null],
  ]);
});

it('one that another replaced is superseded by it, unless the stance shows it as previous', () => {
  const first = said('first', 'demands', on('2026-01-01', 1));
  const second = said('second', 'accepts', { ...on('2026-01-02', 2), previous: 'first' });
  const third = said('third', 'objects', { ...on('2026-01-03', 3), previous: 'second' });
  expect(counted(first, second, third)).toEqual([
    ['first', 'superseded', 'second'],
    ['second', 'previous', 'third'],
    ['third', 'current', null],
  ]);
});

it('one of its rank below the previous one is overtaken', () => {
  const older = said('older', 'accepts', on('2025-12-01', 1));
  const previous = said('previous', 'demands', on('2026-01-02', 2));
  expect(counted(older, previous, current).slice(0, 2)).toEqual([
    ['older', 'overtaken', 'now'],
    ['previous', 'previous', 'now'],
  ]);
});

it('between the turn and the current one all agree but the first', () => {
  const first = said('first', 'rejects', on('2026-01-02', 1));
  const again = said('again', 'rejects', on('2026-01-04', 2));
  expect(counted(first, again, current).map(([, counts]) => counts)).toEqual(['since', 'agrees', 'current']);
});

it('all are expired where there is no stance', () => {
  const one = said('one', 'demands', { ...on('2026-01-02', 1), until: '2026-01-05' });
  const two = said('two', 'rejects', { ...on('2026-01-03', 2), until: '2026-01-06', previous: 'one' });
  expect(counted(one, two).map(([, counts]) => counts)).toEqual(['expired', 'expired']);
});

it('a statement is found where it stands, and nowhere else', () => {
  const others = [said('before', 'rejects', on('2026-01-08', 8)), current, said('behind', 'rejects', on('2026-01-08', 10))];
  expect(statementIn(groundsFrom(others), current)?.report.id).toBe('now');
  expect(statementIn(groundsFrom(others.toSpliced(1, 1)), current)).toBeUndefined();
  expect(statementIn(groundsFrom([]), current)).toBeUndefined();
});
