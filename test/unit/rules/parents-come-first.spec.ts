import { parentsFirst } from '../../../src/rules/parents-first.js';

const order = (...nodes: [id: string, parent: string | null][]): string[] =>
  parentsFirst(nodes.map(([id, parent]) => ({ id, parent }))).map(({ id }) => id);

it('a tree of any depth is flattened', () => {
  const nodes = Array.from({ length: 100_000 }, (_, i) => ({ id: String(i), parent: i === 0 ? null : String(i - 1) }));
  expect(parentsFirst(nodes).map(({ id }) => id)).toEqual(nodes.map(({ id }) => id));
});

describe('the issues of a tree', () => {
  it.each<[string, string[], string[]]>([
    ['come parents first, whatever their ids', order(['a', 'z'], ['z', null]), ['z', 'a']],
    ['come with all that is below one before the next one', order(['a', null], ['b', null], ['c', 'a'], ['d', 'c']), ['a', 'c', 'd', 'b']],
    ['come by id where they have one parent', order(['c', 'p'], ['a', 'p'], ['b', 'p'], ['p', null]), ['p', 'a', 'b', 'c']],
    ['stand at the top where their parent is missing', order(['b', 'gone'], ['a', 'b']), ['b', 'a']],
    ['are none of none', order(), []],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
