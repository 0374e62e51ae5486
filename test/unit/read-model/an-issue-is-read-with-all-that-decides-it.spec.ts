import { issueState } from '../../../bench/refold/issue-from-reports.js';
import { IssueReader } from '../../../src/read-model/reading/issue-reader.js';
import { SceneReader } from '../../../src/read-model/reading/scene-reader.js';
import { type IssueState, stateOfIssue } from '../../../src/rules/issue-state.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import { type At } from '../../../src/vocabulary/axes.js';
import { isReport } from '../../../src/vocabulary/events/log-event.js';
import { on, Story } from '../../support/histories-by-hand.js';
import { IndexedLog } from '../../support/indexed-log.js';

const TODAY = on('2026-01-31');

/** The state of the issue `i`, which is the same through the index and of all reports; with how many reports it has. */
function stateOf(story: Story, at: At = TODAY): IssueState & { readonly reports: number } {
  using log = new IndexedLog(story.log);
  const file = log.readModel.rows;
  const scene = new SceneReader(file, 'n', at);
  const reader = new IssueReader(scene);
  const state = stateOfIssue(reader.facts('i'), scene.registry, at);
  const everything = story.log.flatMap(({ event }): VisibleReport[] => {
    const report = isReport(event) ? scene.report(event.id) : undefined;
    return report ? [report] : [];
  });
  if (state === undefined) throw new Error('the issue is registered');
  expect(issueState({ at, registry: scene.registry, reports: everything }, 'i')).toEqual(state);
  return { ...state, reports: reader.reportCount('i') };
}

const talks = (...principals: string[]): Story => new Story({ principals });

describe('an issue is agreed in principle', () => {
  const agreed = (): Story => {
    const story = talks('a', 'b');
    story.position('a-yes', 'a', 'accepts', { by: ['a'] });
    story.position('b-yes', 'b', 'supports', { speaker: { name: 'a minister', party: null } });
    return story;
  };

  it('where all principals accept in own words', () => {
    expect(stateOf(agreed())).toMatchObject({
      convergence: 'agreed-in-principle',
      coverage: { targets: 1, propositions: 1, heard: ['a', 'b'], silent: [] },
      targets: [{ proposition: 'p', verdict: 'agreed', conditional: false, for: ['a', 'b'], against: [], claimed: [] }],
    });
  });

  it('not on the word of one side: what a says that b holds is listed, and counts for nothing', () => {
    const story = talks('a', 'b');
    story.position('a-yes', 'a', 'accepts', { by: ['a'] });
    story.position('a-of-b', 'b', 'accepts', { by: ['a'] });
    expect(stateOf(story)).toMatchObject({
      convergence: 'one-sided',
      coverage: { targets: 0, propositions: 1, heard: ['a'], silent: ['b'] },
      targets: [],
      stances: [
        { party: 'a', voice: 'own' },
        { party: 'b', voice: 'other', by: ['a'] },
      ],
    });
  });

  it('not while a principal is silent, whose answer another one tells', () => {
    const story = talks('a', 'b', 'c');
    story.position('a-yes', 'a', 'accepts', { by: ['a'] });
    story.position('b-yes', 'b', 'accepts');
    story.position('a-of-c', 'c', 'accepts', { by: ['a'] });
    expect(stateOf(story)).toMatchObject({
      convergence: 'open',
      coverage: { targets: 1, propositions: 1, heard: ['a', 'b'], silent: ['c'] },
      targets: [{ verdict: 'open', conditional: false, claimed: [{ party: 'c', report: 'a-of-c', modality: 'accepts' }] }],
    });
  });

  it('not while conditions stand, which is told', () => {
    const story = agreed();
    story.position('b-if', 'b', 'accepts', { occurred: '2026-01-05', conditions: [{ text: 'a ceasefire first', proposition: null }] });
    expect(stateOf(story)).toMatchObject({ convergence: 'open', targets: [{ verdict: 'open', conditional: true }] });
  });

  it('not while one side alone speaks of another proposition of it', () => {
    const story = agreed();
    story.position('a-asks', 'a', 'demands', { proposition: 'q', by: ['a'] });
    expect(stateOf(story)).toMatchObject({
      convergence: 'open',
      coverage: { targets: 1, propositions: 2 },
      targets: [{ proposition: 'p', verdict: 'agreed' }],
    });
  });

  it('not where nobody is named whose word it takes', () => {
    const story = talks();
    story.position('a-yes', 'a', 'accepts', { by: ['a'] });
    story.position('b-yes', 'b', 'accepts', { by: ['b'] });
    expect(stateOf(story)).toMatchObject({ convergence: 'open', coverage: { heard: ['a', 'b'], silent: [] } });
  });
});

it("an issue is opposed by own words, and a source's guess of a third party is beside it", () => {
  const story = talks();
  story.position('a-yes', 'a', 'demands', { by: ['a'], occurred: '2026-01-02' });
  story.position('b-no', 'b', 'rejects', { occurred: '2026-01-04' });
  story.position('c-perhaps', 'c', 'open-to', { form: 'analysis' });
  expect(stateOf(story)).toMatchObject({
    convergence: 'opposed',
    targets: [{ for: ['a'], against: ['b'], claimed: [{ party: 'c', report: 'c-perhaps', modality: 'open-to' }] }],
    blockers: [{ kind: 'opposed-target', proposition: 'p', ageDays: 27, evidence: ['a-yes', 'b-no'] }],
  });
});

describe('an issue goes stale', () => {
  const aged = (): Story => {
    const story = talks();
    story.source('old', '2025-12-01');
    story.position('news', 'a', 'demands', { source: 'old' });
    return story;
  };

  it('by the age of its last news', () => {
    expect(stateOf(aged())).toMatchObject({ lastEvidence: { report: 'news', ageDays: 61 }, stale: true, reports: 1 });
  });

  it("though a source's analysis, its guess and the context of the talks go on, which are reports of it all the same", () => {
    const story = aged();
    story.assessment('analysis', { about: { issue: 'i' } }, { source: 'late', form: 'analysis' });
    story.position('guess', 'b', 'rejects', { source: 'late', form: 'hedged' });
    story.context('attack', { source: 'late', issues: ['i'] });
    expect(stateOf(story)).toMatchObject({ lastEvidence: { report: 'news', ageDays: 61 }, stale: true, reports: 4 });
  });

  it('not where somebody who is named assesses it', () => {
    const story = aged();
    story.assessment('assessed', { about: { issue: 'i' } }, { source: 'late', form: 'analysis', by: ['ann'] });
    expect(stateOf(story)).toMatchObject({ lastEvidence: { report: 'assessed', ageDays: 11 }, stale: false });
  });

  it('again where a correction shows that its last news was an analysis', () => {
    const story = aged();
    const { event } = story.assessment('assessed', { about: { issue: 'i' } }, { source: 'late', by: ['ann'] });
    if (event.type !== 'AssessmentMade') throw new Error('no assessment');
    story.correct(null, { ...event, claim: { by: [], via: [], form: 'analysis' } });
    expect(stateOf(story)).toMatchObject({ lastEvidence: { report: 'news' }, stale: true, reports: 2 });
  });
});

it('a blocker is as old as its report, and one that may be still to come has a negative age', () => {
  const story = talks();
  story.assessment('b1', { blocker: true, about: { issue: 'i' } }, { occurred: '2026-01-01' });
  story.assessment('b2', { blocker: true, about: { issue: 'i' } }, { occurred: '2026-01-03/2026-01-20', source: 'late' });
  expect(stateOf(story, on('2026-01-10')).blockers).toMatchObject([
    { report: 'b1', certainty: 'certain', ageDays: 9 },
    { report: 'b2', certainty: 'possible', ageDays: -10 },
  ]);
});

it('an agreement says when it was signed, and by when if the source does not say', () => {
  const story = talks();
  story.agreement('dated', ['a', 'b'], ['p'], { occurred: '2026-01-02~' });
  story.agreement('undated', ['a', 'b'], ['q']);
  const { agreements } = stateOf(story);
  expect(agreements.map(({ report, when }) => [report, when])).toEqual([
    ['undated', '../2026-01-05'],
    ['dated', '2026-01-02~'],
  ]);
});
