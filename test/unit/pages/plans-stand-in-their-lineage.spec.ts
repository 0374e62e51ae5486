import type { Plan } from '../../../src/pages/asking/plan-shapes.js';
import { lineagesOf } from '../../../src/pages/plans/lineage.js';

const plan = (id: string, revises: string | null, ...revisedBy: string[]): Plan =>
  ({
    id,
    revises: revises === null ? null : { plan: revises, lineage: 'stated' },
    revisedBy: revisedBy.map((by) => ({ plan: by, lineage: 'stated' })),
  }) as unknown as Plan;

it.each([
  ['a line', [plan('c', 'b'), plan('b', 'a', 'c'), plan('a', null, 'b'), plan('x', null)], [['a', 'b', 'c'], ['x']]],
  ['two revisions of one plan', [plan('a', null, 'b', 'c'), plan('b', 'a'), plan('c', 'a')], [['a', 'b', 'c']]],
  ['what revises a plan that is not visible', [plan('b', 'hidden')], [['b']]],
  ['a ring', [plan('a', 'b', 'b'), plan('b', 'a', 'a')], [['a', 'b']]],
])('%s', (_, plans, lines) => {
  expect(lineagesOf(plans).map((line) => line.map(({ id }) => id))).toEqual(lines);
});
