import { foldIssue } from '../../oracle/fold-issue.js';
import { foldPlans } from '../../oracle/fold-plans.js';
import { on, Story } from '../../support/histories-by-hand.js';

const plan = (story: Story, id: string, at = on('2026-01-31')) => foldPlans(story.log, 'n', at).find((item) => item.id === id);
const point = (number: number | null, text: string, propositions: string[] = []) => ({ number, text, propositions });

it('a plan is current, and certain once a certain report names it', () => {
  const story = new Story();
  expect(foldPlans(story.log, 'n', on('2026-01-31'))).toEqual([]);
  story.plan('r', { plan: 'one', by: ['a'], pointCount: 28 }, { occurred: '2026-01-02/2026-01-04' });
  story.position('s', 'b', 'rejects', { plan: 'one', occurred: '../2026-01-05' });
  expect(plan(story, 'one', on('2026-01-03'))).toMatchObject({ status: 'current', certainty: 'possible', evidence: ['r', 's'] });
  expect(plan(story, 'one')).toMatchObject({
    certainty: 'certain',
    by: [{ value: ['a'], evidence: ['r'] }],
    pointCount: [{ value: 28, evidence: ['r'] }],
    stances: [{ party: 'b' }],
  });
});

it('a plan is superseded where a revision of it is reported, with the lineage reported', () => {
  const story = new Story();
  story.plan('r', { plan: 'one', points: [{ number: 1, text: 'first', propositions: ['p'] }] }, { occurred: '2026-01-01' });
  story.plan('s', { plan: 'two', pointCount: 20, revises: { plan: 'one', lineage: 'inferred' } }, { occurred: '2026-01-02' });
  story.plan('t', { plan: 'two', revises: { plan: 'one', lineage: 'stated' } }, { occurred: '2026-01-03' });
  expect(plan(story, 'one')).toMatchObject({
    status: 'superseded',
    revises: null,
    revisedBy: [{ plan: 'two', lineage: 'stated' }],
    points: [{ number: 1 }],
    evidence: ['t', 's'],
  });
  expect(plan(story, 'two')).toMatchObject({ status: 'current', pointCount: [{ value: 20 }], revises: { plan: 'one', lineage: 'stated' } });
});

it('the points of a plan are those of all accounts, for a source cites a few', () => {
  const story = new Story();
  const whole = [point(1, 'first', ['p']), point(2, 'second', ['q']), point(null, 'and more')];
  story.plan('whole', { plan: 'one', points: whole }, { occurred: '2026-01-01' });
  story.plan('cited', { plan: 'one', points: [point(null, 'and less'), point(1, 'the first', ['p'])] }, { occurred: '2026-01-02' });
  expect(plan(story, 'one')?.points).toEqual([
    { ...point(1, 'the first', ['p']), evidence: ['cited', 'whole'] },
    { ...point(2, 'second', ['q']), evidence: ['whole'] },
    { ...point(null, 'and less'), evidence: ['cited'] },
    { ...point(null, 'and more'), evidence: ['whole'] },
  ]);
  expect(foldIssue(story.log, 'n', 'i', on('2026-01-31'))?.plans[0]?.points.map(({ number }) => number)).toEqual([1, 2]);
});

it('a point that the latest account ties to nothing is on no issue', () => {
  const story = new Story();
  story.plan('whole', { plan: 'one', points: [point(1, 'first', ['p']), point(2, 'second', ['p'])] }, { occurred: '2026-01-01' });
  story.plan('cited', { plan: 'one', points: [point(1, 'first')] }, { occurred: '2026-01-02' });
  expect(foldIssue(story.log, 'n', 'i', on('2026-01-31'))?.plans[0]?.points).toEqual([
    { ...point(2, 'second', ['p']), evidence: ['whole'] },
  ]);
});

it('a revision is an account of the plan that it makes, not of the one that it revises', () => {
  const story = new Story();
  story.plan('r', { plan: 'two', points: [point(1, 'first')], revises: { plan: 'one', lineage: 'stated' } });
  expect(plan(story, 'one')).toMatchObject({ points: [], by: [], pointCount: [], status: 'superseded' });
  expect(plan(story, 'two')?.points).toHaveLength(1);
});

it('who wrote a plan and how many points it has is told with every different value', () => {
  const story = new Story();
  story.plan('r', { plan: 'one', by: ['a', 'b'], pointCount: 28 }, { occurred: '2026-01-01' });
  story.plan('s', { plan: 'one', by: ['c'] }, { occurred: '2026-01-02' });
  story.plan('t', { plan: 'one', by: ['b', 'a'], pointCount: 27 }, { occurred: '2026-01-03' });
  story.plan('u', { plan: 'one', pointCount: 28 }, { occurred: '2026-01-04' });
  expect(plan(story, 'one')).toMatchObject({
    by: [
      { value: ['b', 'a'], evidence: ['t', 'r'] },
      { value: ['c'], evidence: ['s'] },
    ],
    pointCount: [
      { value: 28, evidence: ['u', 'r'] },
      { value: 27, evidence: ['t'] },
    ],
  });
});
