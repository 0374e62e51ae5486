import { stancesOf } from '../../../bench/refold/stances-from-reports.js';
import { inOrderOfAnswers, stanceView } from '../../../src/rules/stance-view.js';
import { position } from '../../support/histories-by-hand.js';
import { REGISTRY } from './scene-of.js';
import { day, seen } from './seen.js';

type Told = Parameters<typeof position>[3];
const stances = (...positions: [party: string, told: Told][]) =>
  stancesOf(
    positions.map(([party, told], i) => seen(position(String(i), party, 'demands', told))),
    day('2026-01-31'),
  );

describe('the target of a stance is shown', () => {
  it.each<[string, Told, object]>([
    ['with the text and the issue of a proposition', { proposition: 'x' }, { proposition: 'x', text: 'text of x', issue: 'j' }],
    ['with the title of a plan', { plan: 'one' }, { plan: 'one', title: 'Plan one' }],
  ])('%s', (_, told, target) => {
    expect(stances(['a', told]).map((stance) => stanceView(stance, REGISTRY))).toMatchObject([{ party: 'a', target, modality: 'demands' }]);
  });
});

it('stances are in the order of their targets, then of the parties', () => {
  const order = inOrderOfAnswers(
    stances(
      ['b', { proposition: 'p' }],
      ['a', { proposition: 'q' }],
      ['a', { plan: 'one' }],
      ['a', { proposition: 'p' }],
      ['c', { proposition: 'one' }],
    ),
  );
  expect(order.map(({ target, party }) => `${target.kind} ${target.id} ${party}`)).toEqual([
    'plan one a',
    'proposition one c',
    'proposition p a',
    'proposition p b',
    'proposition q a',
  ]);
});
