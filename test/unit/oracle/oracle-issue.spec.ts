import type { Modality } from '../../../src/vocabulary/modality.js';
import { foldBlockers } from '../../oracle/fold-blockers.js';
import { foldIssue } from '../../oracle/fold-issue.js';
import { foldIssues } from '../../oracle/fold-issues.js';
import { on, Story } from '../../support/histories-by-hand.js';

const issue = (story: Story, at = on('2026-01-31'), id = 'i') => foldIssue(story.log, 'n', id, at);

/** Each party takes a stance on `p`, and on `q` if a second modality is given. */
function storyOf(stances: Record<string, Modality[]>, principals: string[] = []): Story {
  const story = new Story({ principals });
  for (const [party, [onP, onQ]] of Object.entries(stances)) {
    if (onP) story.position(`${party}-p`, party, onP);
    if (onQ) story.position(`${party}-q`, party, onQ, { proposition: 'q' });
  }
  return story;
}

describe('convergence', () => {
  it.each([
    ['unknown', {}],
    ['unknown', { a: ['demands'], b: [] }],
    ['opposed', { a: ['demands'], b: ['rejects'] }],
    ['opposed', { a: ['open-to'], b: ['rejects'] }],
    ['open', { a: ['open-to'], b: ['objects'] }],
    ['open', { a: ['accepts'], b: ['open-to'] }],
    ['agreed-in-principle', { a: ['accepts'], b: ['demands'] }],
    ['agreed-in-principle', { a: ['accepts', 'objects'], b: ['demands', 'objects'] }],
    ['rejected', { a: ['objects', 'objects'], b: ['rejects', 'red-line'] }],
    ['mixed', { a: ['accepts', 'demands'], b: ['accepts', 'rejects'] }],
    ['opposed', { a: ['open-to', 'demands'], b: ['accepts', 'rejects'] }],
    ['open', { a: ['accepts', 'undecided'], b: ['accepts', 'accepts'] }],
  ] satisfies [string, Record<string, Modality[]>][])('is %s with %j', (convergence, stances) => {
    expect(issue(storyOf(stances))?.convergence).toBe(convergence);
  });

  it('counts principals only, and agrees on nothing without all of them', () => {
    expect(issue(storyOf({ a: ['accepts'], b: ['accepts'], c: ['rejects'] }, ['a', 'b']))?.convergence).toBe('agreed-in-principle');
    expect(issue(storyOf({ a: ['accepts'], b: ['accepts'] }, ['a', 'b', 'c']))?.convergence).toBe('open');
    expect(issue(storyOf({ a: ['accepts'], b: ['rejects'] }, ['a', 'b', 'c']))?.convergence).toBe('opposed');
    expect(issue(storyOf({ a: ['accepts'], b: ['accepts'] }, ['a', 'c']))?.convergence).toBe('unknown');
  });

  it('takes the principals of the issue before those of the negotiation', () => {
    const story = storyOf({ a: ['accepts'], b: ['accepts'], c: ['rejects'] }, ['a', 'c']);
    expect(issue(story)?.convergence).toBe('opposed');
    story.define('issue', 'i', { title: 'Issue', parent: null, description: null, principals: ['b', 'a'] }, 'changed');
    expect(issue(story)?.convergence).toBe('agreed-in-principle');
  });

  it('says who is for and against, whether that is contested, and how certain', () => {
    const story = storyOf({ a: ['undecided'], b: ['demands'], c: ['rejects'] });
    story.position('claimed', 'b', 'rejects', { by: ['c'] });
    story.position('perhaps', 'c', 'red-line', { occurred: '2026-01-05/..', source: 'late' });
    expect(issue(story, on('2026-01-10'))?.targets).toEqual([
      {
        proposition: 'p',
        text: 'text of p',
        verdict: 'opposed',
        for: ['b'],
        against: ['c'],
        contested: true,
        certainty: 'possible',
        evidence: ['a-p', 'b-p', 'perhaps'],
      },
    ]);
  });
});

describe('blockers', () => {
  it('are opposed targets and reported ones, each where it stands', () => {
    const story = storyOf({ a: ['demands'], b: ['rejects'] });
    story.assessment('here', { blocker: true, about: { proposition: 'q' } });
    story.assessment('nowhere', { blocker: true, about: { plan: 'one' } });
    story.assessment('none', { about: { issue: 'i' } });
    expect(issue(story)?.blockers).toEqual([
      { kind: 'opposed-target', proposition: 'p', summary: 'text of p', certainty: 'certain', evidence: ['a-p', 'b-p'] },
      { kind: 'reported', report: 'here', summary: 'summary of here', certainty: 'certain', evidence: ['here'] },
    ]);
    expect(foldBlockers(story.log, 'n', on('2026-01-31')).map(({ report }) => report)).toEqual(['nowhere']);
    expect(issue(story)?.assessments.map(({ report }) => report)).toEqual(['none', 'here']);
  });

  it('are closed only by another report that is certain', () => {
    const story = new Story();
    story.assessment('r', { blocker: true, resolves: 'r' });
    const blockers = (day: string) => foldBlockers(story.log, 'n', on(day)).map(({ report }) => report);
    expect(blockers('2026-01-31')).toEqual(['r']);
    story.assessment('s', { resolves: 'r' }, { occurred: '2026-01-02/2026-01-12', source: 'late' });
    expect(blockers('2026-01-11')).toEqual(['r']);
    expect(blockers('2026-01-12')).toEqual([]);
  });
});

describe('the reports of an issue', () => {
  it('name it themselves or by a proposition, not in a condition', () => {
    const story = new Story();
    story.define('issue', 'j', { title: 'Other', parent: 'i', description: null, principals: [] });
    story.define('proposition', 'z', { issue: 'j', text: 'text of z' });
    story.position('condition', 'a', 'accepts', { conditions: [{ text: 'if', proposition: 'z' }] });
    expect(issue(story, on('2026-01-31'), 'j')?.lastEvidence).toBeNull();
    story.plan('points', {
      plan: 'one',
      points: [
        { number: 1, text: 'first', propositions: ['z'] },
        { number: 2, text: 'second', propositions: ['p'] },
      ],
    });
    expect(issue(story, on('2026-01-31'), 'j')?.lastEvidence?.report).toBe('points');
    expect(issue(story, on('2026-01-31'), 'j')?.plans).toMatchObject([{ id: 'one', points: [{ number: 1 }] }]);
    expect(issue(story)?.children).toEqual([{ id: 'j', title: 'Other', convergence: 'unknown', stale: false }]);
  });

  it('bring in their meetings with the status by all reports', () => {
    const story = new Story();
    story.meeting('MeetingHeld', 'held');
    expect(issue(story)?.meetings).toEqual([]);
    story.position('r', 'a', 'accepts', { meeting: 'm' });
    expect(issue(story)?.meetings).toEqual([{ id: 'm', title: 'Meeting', status: 'held', certainty: 'certain', evidence: ['held'] }]);
  });

  it('bring in their agreements', () => {
    const story = new Story();
    story.agreement('r', ['a'], ['p'], { by: ['b'] });
    expect(issue(story)?.agreements).toMatchObject([
      { report: 'r', signatories: [{ party: 'a' }], propositions: ['p'], certainty: 'certain' },
    ]);
  });
});

describe('staleness', () => {
  it('counts from the latest end of a certain report', () => {
    const story = new Story({ staleAfterDays: 10 });
    story.position('r', 'a', 'accepts', { occurred: '2026-01-01/2026-01-04' });
    story.position('s', 'a', 'accepts', { occurred: '2026-01-02/2026-01-20', source: 'late' });
    expect(issue(story, on('2026-01-03'))).toMatchObject({ lastEvidence: null, stale: false });
    const lastEvidence = { report: 'r', occurred: '2026-01-01/2026-01-04', ageDays: 10 };
    expect(issue(story, on('2026-01-14'))).toMatchObject({ lastEvidence, stale: false });
    expect(issue(story, on('2026-01-15'))?.stale).toBe(true);
    expect(foldIssues(story.log, 'n', on('2026-01-20'))).toMatchObject([{ id: 'i', stale: false }]);
  });
});

it('an issue is not there before it is registered', () => {
  expect(foldIssue(new Story().log, 'n', 'i', on('2026-01-31', { recordedBy: 0n }))).toBeNull();
  expect(foldIssues(new Story().log, 'n', on('2026-01-31', { recordedBy: 0n }))).toEqual([]);
});
