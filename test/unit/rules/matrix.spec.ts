import { issueState } from '../../../bench/refold/issue-from-reports.js';
import type { IssueState } from '../../../src/rules/issue-state.js';
import { matrixOf } from '../../../src/rules/matrix.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import type { Modality } from '../../../src/vocabulary/modality.js';
import { position } from '../../support/histories-by-hand.js';
import { REGISTRY, sceneOf } from './scene-of.js';
import { said, seen } from './seen.js';

const stated = (id: string, party: string, modality: Modality, proposition: string) => seen(position(id, party, modality, { proposition }));

function matrix(issues: readonly string[], ...reports: VisibleReport[]) {
  const states = issues.map((issue) => issueState(sceneOf(...reports), issue));
  return matrixOf(
    states.filter((state): state is IssueState => state !== undefined),
    REGISTRY,
  );
}

it('is empty, with a column for each principal, where nobody has said anything', () => {
  const { columns, rows, issues } = matrix(['j']);
  expect(columns).toEqual([
    { party: 'a', principal: true },
    { party: 'b', principal: true },
  ]);
  expect(rows).toEqual([]);
  expect(issues).toMatchObject([{ id: 'j', principals: ['a', 'b'], convergence: 'unknown', coverage: { silent: ['a', 'b'] } }]);
});

it('has the principals first, then whoever else holds something, by id', () => {
  const { columns } = matrix(['j'], stated('1', 'z', 'demands', 'x'), stated('2', 'b', 'rejects', 'x'), stated('3', 'c', 'rejects', 'x'));
  expect(columns.map(({ party }) => party)).toEqual(['a', 'b', 'c', 'z']);
  expect(columns.map(({ principal }) => principal)).toEqual([true, true, false, false]);
});

it('has a row for each proposition on which anybody holds anything, with the verdict on it', () => {
  const { rows } = matrix(['i'], stated('1', 'a', 'demands', 'p'), stated('2', 'b', 'rejects', 'p'), stated('3', 'a', 'open-to', 'q'));
  expect(rows).toMatchObject([
    { issue: 'i', proposition: 'p', text: 'text of p', verdict: 'opposed', for: ['a'], against: ['b'], certainty: 'certain' },
    { issue: 'i', proposition: 'q', text: 'text of q', verdict: null, for: [], against: [], certainty: null, evidence: [] },
  ]);
  expect(rows[0]?.cells).toMatchObject([
    { party: 'a', modality: 'demands', weight: 3, voice: 'source', contested: false, since: '../2026-01-20' },
    { party: 'b', modality: 'rejects', weight: -2 },
  ]);
  expect(rows[0]?.cells[0]).not.toHaveProperty('target');
});

it('says of a cell that it is contested', () => {
  const other = said('2', 'rejects', { rank: 0 });
  const { rows } = matrix(['i'], stated('1', 'a', 'demands', 'p'), other.report as VisibleReport);
  expect(rows[0]?.cells).toMatchObject([{ party: 'a', modality: 'demands', contested: true, contestedBy: [{ report: '2' }] }]);
});

it('keeps the order in which issues are given', () => {
  const reports = [stated('1', 'a', 'demands', 'p'), stated('2', 'a', 'demands', 'x')];
  expect(matrix(['j', 'i'], ...reports).rows.map(({ proposition }) => proposition)).toEqual(['x', 'p']);
  expect(matrix(['i', 'j'], ...reports).issues.map(({ id }) => id)).toEqual(['i', 'j']);
});
