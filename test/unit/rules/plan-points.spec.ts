import { accountsOf, ofPlan } from '../../../src/rules/plan-accounts.js';
import { planPoints } from '../../../src/rules/plan-points.js';
import type { PlanPoint } from '../../../src/vocabulary/events/plan-reports.js';
import { seen, told } from './seen.js';

const point = (number: number | null, text: string, propositions: string[] = []): PlanPoint => ({ number, text, propositions });

/** `number text: evidence`, of accounts that are named 1, 2 …, the latest first. */
function pointsOf(...latestFirst: PlanPoint[][]): string[] {
  const reports = latestFirst.map((points, i) => ofPlan(seen(told((story) => story.plan(String(i + 1), { plan: 'one', points })))));
  return planPoints(accountsOf('one', reports)).map(({ number, text, evidence }) => `${String(number)} ${text}: ${evidence.join(' ')}`);
}

describe('the points of a plan', () => {
  it.each<[string, PlanPoint[][], string[]]>([
    ['are none where no account gives any', [[], []], []],
    [
      'are those of an earlier account that the latest does not cite',
      [[point(1, 'a')], [point(1, 'a'), point(2, 'b')]],
      ['1 a: 1 2', '2 b: 2'],
    ],
    ['are not gone where the latest account gives none', [[], [point(1, 'a')]], ['1 a: 2']],
    ['are told as the latest account tells them', [[point(1, 'new')], [point(1, 'old')]], ['1 new: 1 2']],
    [
      'are known by their text where they have no number',
      [[point(null, 'a')], [point(null, 'b'), point(null, 'a')]],
      ['null a: 1 2', 'null b: 2'],
    ],
    ['with a number and without are not the same, whatever their text', [[point(1, 'a')], [point(null, 'a')]], ['1 a: 1', 'null a: 2']],
    ['are not the same where a text is the number of another', [[point(null, '1')], [point(1, 'a')]], ['1 a: 2', 'null 1: 1']],
    [
      'stand by their number, behind them those without one as the accounts give them',
      [
        [point(null, 'z'), point(7, 'seven')],
        [point(10, 'ten'), point(null, 'y'), point(0, 'nought')],
      ],
      ['0 nought: 2', '7 seven: 1', '10 ten: 2', 'null z: 1', 'null y: 2'],
    ],
    ['name an account once that gives a number twice, as it tells it first', [[point(1, 'a'), point(1, 'b')]], ['1 a: 1']],
  ])('%s', (_, accounts, expected) => {
    expect(pointsOf(...accounts)).toEqual(expected);
  });

  it('touch the propositions that the latest account that gives them names', () => {
    const reports = [[point(1, 'new', ['q'])], [point(1, 'old', ['p'])]].map((points, i) =>
      ofPlan(seen(told((story) => story.plan(String(i), { plan: 'one', points })))),
    );
    expect(planPoints(accountsOf('one', reports)).map(({ propositions }) => propositions)).toEqual([['q']]);
  });
});
