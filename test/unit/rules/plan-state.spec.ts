import { plansOf } from '../../../src/rules/mentions.js';
import { ofPlan } from '../../../src/rules/plan-accounts.js';
import { planState } from '../../../src/rules/plan-state.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import type { PlanRevisedData } from '../../../src/vocabulary/events/plan-reports.js';
import { position } from '../../support/histories-by-hand.js';
import { seen, type Standing, told } from './seen.js';

type Data = Partial<PlanRevisedData> & { plan: string };

const report = (id: string, data: Data, standing: Standing = {}): VisibleReport =>
  seen(
    told((story) => story.plan(id, data)),
    standing,
  );
const tabled = (id: string, rest: Partial<Data> = {}, standing?: Standing) => report(id, { plan: 'one', ...rest }, standing);
const revision = (id: string, lineage: 'stated' | 'inferred' = 'stated', standing?: Standing, plan = 'two') =>
  report(id, { plan, revises: { plan: 'one', lineage } }, standing);

const stateOf = (plan: string, reports: readonly VisibleReport[]) =>
  planState({ id: plan, naming: reports.filter(({ content }) => plansOf(content).includes(plan)).map(ofPlan) });
const [EARLY, LATE] = [{ occurred: '2026-01-02' }, { occurred: '2026-01-03' }];
const point = (text: string, number: number) => ({ number, text, propositions: ['p'] });

describe('the status of a plan', () => {
  it.each<[string, VisibleReport[], object]>([
    ['current where nothing says that it was revised', [tabled('t')], { status: 'current', certainty: 'certain', evidence: ['t'] }],
    [
      'current for certain if any certain report names it',
      [tabled('t', {}, { ...LATE, possible: true }), seen(position('s', 'a', 'rejects', { plan: 'one' }), EARLY)],
      { status: 'current', certainty: 'certain', evidence: ['t', 's'] },
    ],
    ['possibly current', [tabled('t', {}, { possible: true })], { status: 'current', certainty: 'possible' }],
    [
      'superseded where a report says that it was revised',
      [tabled('t', {}, LATE), revision('r', 'stated', EARLY)],
      { status: 'superseded', certainty: 'certain', evidence: ['r'] },
    ],
    [
      'superseded only possibly, though it was tabled for certain',
      [tabled('t'), revision('r', 'stated', { possible: true })],
      { status: 'superseded', certainty: 'possible', evidence: ['r'] },
    ],
    [
      'superseded for certain if any report is certain',
      [revision('r', 'stated', { ...LATE, possible: true }), revision('s', 'inferred', EARLY)],
      { status: 'superseded', certainty: 'certain', evidence: ['r', 's'] },
    ],
    [
      'current where it is itself a revision of another one',
      [report('r', { plan: 'one', revises: { plan: 'two', lineage: 'stated' } })],
      { status: 'current', revisedBy: [] },
    ],
  ])('is %s', (_, reports, expected) => {
    expect(stateOf('one', reports)).toMatchObject(expected);
  });
});

describe('the lineage of a plan', () => {
  it('is as reported, on both sides', () => {
    expect(stateOf('one', [revision('r', 'inferred')])).toMatchObject({
      revises: null,
      revisedBy: [{ plan: 'two', lineage: 'inferred' }],
    });
    expect(stateOf('two', [revision('r', 'inferred')])).toMatchObject({ revises: { plan: 'one', lineage: 'inferred' }, revisedBy: [] });
  });

  it('is that of the latest report, for each plan that revises it, by id', () => {
    const reports = [revision('early', 'inferred', EARLY), revision('late', 'stated', LATE), revision('x', 'inferred', EARLY, 'three')];
    expect(stateOf('one', reports).revisedBy).toEqual([
      { plan: 'three', lineage: 'inferred' },
      { plan: 'two', lineage: 'stated' },
    ]);
    expect(stateOf('two', reports).revises).toEqual({ plan: 'one', lineage: 'stated' });
  });
});

describe('what a plan says', () => {
  it('is every different author and count with its reports, latest first', () => {
    const reports = [
      tabled('1', { by: ['a', 'b'], pointCount: 28 }, EARLY),
      tabled('2', { by: ['c'], pointCount: 20 }, LATE),
      tabled('3', { by: ['b', 'a'], pointCount: 28 }, { occurred: '2026-01-04' }),
      tabled('4', {}, { occurred: '2026-01-05' }),
    ];
    expect(stateOf('one', reports)).toMatchObject({
      by: [
        { value: ['b', 'a'], evidence: ['3', '1'] },
        { value: ['c'], evidence: ['2'] },
      ],
      pointCount: [
        { value: 28, evidence: ['3', '1'] },
        { value: 20, evidence: ['2'] },
      ],
    });
  });

  it('a count of nought is a count', () => {
    expect(stateOf('one', [tabled('1', { pointCount: 0 })]).pointCount).toEqual([{ value: 0, evidence: ['1'] }]);
  });

  it('is the points of all accounts', () => {
    const reports = [
      tabled('1', { points: [point('first', 1), point('second', 2)] }, EARLY),
      tabled('2', { points: [point('first', 1)] }, LATE),
    ];
    expect(stateOf('one', reports).points).toEqual([
      { ...point('first', 1), evidence: ['2', '1'] },
      { ...point('second', 2), evidence: ['1'] },
    ]);
  });

  it('is told by a revision of another plan too, of its own text and not of the other one', () => {
    const reports = [
      report('r', { plan: 'two', by: ['a'], pointCount: 3, points: [point('x', 1)], revises: { plan: 'one', lineage: 'stated' } }),
    ];
    expect(stateOf('one', reports)).toMatchObject({ by: [], pointCount: [], points: [] });
    expect(stateOf('two', reports)).toMatchObject({
      by: [{ value: ['a'], evidence: ['r'] }],
      pointCount: [{ value: 3, evidence: ['r'] }],
      points: [{ text: 'x', evidence: ['r'] }],
    });
  });
});
