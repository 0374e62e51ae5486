import { type Blocker, opposedTargets, reportedBlockers } from '../../../src/rules/blockers.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import type { TargetVerdict } from '../../../src/rules/targets.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import type { AssessmentData } from '../../../src/vocabulary/events/other-reports.js';
import { position } from '../../support/histories-by-hand.js';
import { day, seen, type Standing, told } from './seen.js';

const D = day('2026-01-31');

/** What tells one blocker of an issue from another. */
const blockerId = (blocker: Blocker): string => (blocker.kind === 'reported' ? blocker.report : blocker.proposition);

const assessment = (id: string, data: Partial<AssessmentData>, standing: Standing = {}): VisibleReport =>
  seen(
    told((story) => story.assessment(id, data)),
    standing,
  );
const blocker = (id: string, rest: Partial<AssessmentData> = {}, standing?: Standing) =>
  assessment(id, { blocker: true, ...rest }, standing);

const CASES: readonly [string, VisibleReport[], VisibleReport[], string[]][] = [
  ['is open while nothing closes it', [blocker('b')], [], ['b']],
  ['is not an assessment that blocks nothing', [assessment('x', {})], [], []],
  ['is not a report of another type', [seen(position('x', 'a', 'red-line'))], [], []],
  ['is closed by a certain report that names it', [blocker('b')], [assessment('r', { resolves: 'b' })], []],
  ['is not closed by a possible one', [blocker('b')], [assessment('r', { resolves: 'b' }, { possible: true })], ['b']],
  ['is not closed by a report that names another one', [blocker('b')], [assessment('r', { resolves: 'c' })], ['b']],
  ['is not closed by itself', [blocker('b', { resolves: 'b' })], [], ['b']],
  ['is closed by another blocker', [blocker('b'), blocker('c', { resolves: 'b' })], [], ['c']],
  [
    'is closed by one that is itself resolved',
    [blocker('b')],
    [assessment('r', { resolves: 'b' }), assessment('s', { resolves: 'r' })],
    [],
  ],
  [
    'is closed though the closing one is earlier',
    [blocker('b', {}, { occurred: '2026-01-05' })],
    [assessment('r', { resolves: 'b' }, { occurred: '2026-01-01' })],
    [],
  ],
  [
    'is closed for certain though it is only possible itself',
    [blocker('b', {}, { possible: true })],
    [assessment('r', { resolves: 'b' })],
    [],
  ],
];

describe('a reported blocker', () => {
  it.each(CASES)('%s', (_, candidates, others, open) => {
    expect(reportedBlockers(candidates, [...candidates, ...others], D).map(blockerId)).toEqual(open);
  });

  it('is told as its report, sorted by id', () => {
    const standing = { occurred: '2026-01-01/2026-01-05', possible: true };
    expect(reportedBlockers([blocker('c', {}, standing), blocker('b')], [], D)).toEqual([
      { kind: 'reported', report: 'b', summary: 'summary of b', certainty: 'certain', ageDays: 11, evidence: ['b'] },
      { kind: 'reported', report: 'c', summary: 'summary of c', certainty: 'possible', ageDays: 26, evidence: ['c'] },
    ]);
  });
});

it('of the targets the opposed ones block, with the text of the proposition', () => {
  const target: TargetVerdict = {
    proposition: 'p',
    verdict: 'opposed',
    conditional: false,
    for: ['a'],
    against: ['b'],
    claimed: [],
    contested: false,
    certainty: 'possible',
    evidence: ['1', '2'],
    occurred: ['2026-01-01', '2026-01-21'].map(windowOf),
  };
  const others = (['agreed', 'rejected', 'open'] as const).map((verdict) => ({ ...target, verdict }));
  const blockers = opposedTargets([target, ...others], { get: (id) => ({ issue: 'i', text: `text of ${id}`, names: { de: 'Satz' } }) }, D);
  expect(blockers).toEqual([
    {
      ...{ kind: 'opposed-target', proposition: 'p', summary: 'text of p', names: { de: 'Satz' } },
      ...{ certainty: 'possible', ageDays: 10, evidence: ['1', '2'] },
    },
  ]);
  expect(blockers.map(blockerId)).toEqual(['p']);
});
