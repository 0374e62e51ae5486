import { foldBlockers } from '../../oracle/fold-blockers.js';
import { foldIssue } from '../../oracle/fold-issue.js';
import { foldIssues } from '../../oracle/fold-issues.js';
import { on, Story } from '../../support/histories-by-hand.js';

const issue = (story: Story, at = on('2026-01-31'), id = 'i') => foldIssue(story.log, 'n', id, at);

describe('blockers', () => {
  it('are opposed targets and reported ones, each where it stands', () => {
    const story = new Story();
    story.position('a-p', 'a', 'demands', { occurred: '2026-01-01/2026-01-03' });
    story.position('b-p', 'b', 'rejects', { occurred: '2026-01-02' });
    story.assessment('here', { blocker: true, about: { proposition: 'q' } });
    story.assessment('nowhere', { blocker: true, about: { plan: 'one' } });
    story.assessment('none', { about: { issue: 'i' } });
    expect(issue(story)?.blockers).toEqual([
      { kind: 'opposed-target', proposition: 'p', summary: 'text of p', certainty: 'certain', ageDays: 28, evidence: ['a-p', 'b-p'] },
      { kind: 'reported', report: 'here', summary: 'summary of here', certainty: 'certain', ageDays: 26, evidence: ['here'] },
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

  it('have an age by the last day of what they rest on, none where that has no last day', () => {
    const story = new Story();
    story.source('open', '2026-01-05/..');
    story.assessment('r', { blocker: true }, { occurred: '2026-01-05/2026-01-20', source: 'open' });
    story.assessment('s', { blocker: true }, { source: 'open' });
    const ages = (day: string) => foldBlockers(story.log, 'n', on(day)).map(({ ageDays }) => ageDays);
    expect(ages('2026-01-31')).toEqual([11, null]);
    expect(ages('2026-01-10')).toEqual([-10, null]);
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
    expect(issue(story)?.meetings).toEqual([
      { id: 'm', title: 'Meeting', status: 'held', when: '../2026-01-05', certainty: 'certain', evidence: ['held'] },
    ]);
  });

  it('bring in their agreements', () => {
    const story = new Story();
    story.agreement('r', ['a'], ['p'], { by: ['b'] });
    story.agreement('s', ['a'], ['p'], { occurred: '2026-01-04~' });
    expect(issue(story)?.agreements).toMatchObject([
      { report: 'r', when: '../2026-01-05', signatories: [{ party: 'a' }], propositions: ['p'], certainty: 'certain' },
      { report: 's', when: '2026-01-04~' },
    ]);
  });
});

describe('staleness', () => {
  it('is not ended by background, nor by what the source itself thinks', () => {
    const story = new Story({ staleAfterDays: 10 });
    story.position('news', 'a', 'accepts', { occurred: '2026-01-01', by: ['ann'], form: 'analysis' });
    story.context('background', { source: 'late', issues: ['i'] });
    story.assessment('thought', { about: { issue: 'i' } }, { source: 'late', form: 'analysis' });
    story.position('guess', 'a', 'accepts', { source: 'late', form: 'hedged' });
    expect(issue(story, on('2026-01-20'))).toMatchObject({ lastEvidence: { report: 'news', ageDays: 19 }, stale: true });
    story.position('said', 'a', 'accepts', { source: 'next', speaker: 'ann', form: 'hedged' });
    expect(issue(story, on('2026-01-20'))?.lastEvidence?.report).toBe('said');
    story.assessment('reported', { about: { issue: 'i' } }, { source: 'late' });
    expect(issue(story, on('2026-01-20'))).toMatchObject({ lastEvidence: { report: 'reported' }, stale: false });
  });

  it('is no matter of an issue with nothing but background', () => {
    const story = new Story({ staleAfterDays: 1 });
    story.context('background', { issues: ['i'] });
    expect(issue(story)).toMatchObject({ lastEvidence: null, stale: false });
  });

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

it('a proposition is on the issue on which it is registered at R', () => {
  const story = new Story();
  story.define('issue', 'j', { title: 'Other', parent: null, description: null, principals: [] });
  const before = story.position('r', 'a', 'accepts');
  story.define('proposition', 'p', { issue: 'j', text: 'text of p' }, 'changed');
  expect(issue(story, on('2026-01-31', { recordedBy: before.position }))?.convergence).toBe('one-sided');
  expect(issue(story)?.convergence).toBe('unknown');
  expect(issue(story, on('2026-01-31'), 'j')).toMatchObject({ convergence: 'one-sided', stances: [{ party: 'a' }] });
});

it('issues are told flat, parents first', () => {
  const story = new Story();
  const under = (parent: string | null) => ({ title: 'Other', parent, description: null, principals: [] });
  story.define('issue', 'z', under(null));
  story.define('issue', 'b', under('z'));
  story.define('issue', 'a', under('b'));
  story.define('issue', 'c', under('z'));
  expect(foldIssues(story.log, 'n', on('2026-01-31')).map(({ id }) => id)).toEqual(['i', 'z', 'b', 'a', 'c']);
});

it('an issue is not there before it is registered', () => {
  expect(foldIssue(new Story().log, 'n', 'i', on('2026-01-31', { recordedBy: 0n }))).toBeNull();
  expect(foldIssues(new Story().log, 'n', on('2026-01-31', { recordedBy: 0n }))).toEqual([]);
});
