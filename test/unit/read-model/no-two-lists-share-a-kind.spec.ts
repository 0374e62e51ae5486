import { KINDS_OF_NAMING, LIST_KINDS } from '../../../src/read-model/tables/list-kinds.js';

const { naming: _, ...others } = LIST_KINDS;

it('no two kinds of lists have one number, however many report types there are', () => {
  const kinds = [...Object.values(others), ...KINDS_OF_NAMING];
  expect(kinds.toSorted((a, b) => a - b)).toEqual([...new Set(kinds)].toSorted((a, b) => a - b));
});

it('all of them are among the 32 that the key of a list has room for', () => {
  for (const kind of [...Object.values(others), ...KINDS_OF_NAMING]) expect(kind).toBeLessThan(32);
});
