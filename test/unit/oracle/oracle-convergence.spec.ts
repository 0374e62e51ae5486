import type { Modality } from '../../../src/vocabulary/modality.js';
import { foldIssue } from '../../oracle/fold-issue.js';
import { on, Story } from '../../support/histories-by-hand.js';

const issue = (story: Story, at = on('2026-01-31'), id = 'i') => foldIssue(story.log, 'n', id, at);
const condition = [{ text: 'if', proposition: null }];

/** Each party takes a stance on `p`, and on `q` if a second modality is given. */
function storyOf(stances: Record<string, Modality[]>, principals: string[] = []): Story {
  const story = new Story({ principals });
  for (const [party, [onP, onQ]] of Object.entries(stances)) {
    if (onP) story.position(`${party}-p`, party, onP);
    if (onQ) story.position(`${party}-q`, party, onQ, { proposition: 'q' });
  }
  return story;
}

it.each([
  ['unknown', {}],
  ['one-sided', { a: ['demands'] }],
  ['one-sided', { a: ['demands'], b: ['undecided'].slice(1) as Modality[], c: [] }],
  ['opposed', { a: ['demands'], b: ['rejects'] }],
  ['opposed', { a: ['open-to'], b: ['rejects'] }],
  ['opposed', { a: ['open-to', 'demands'], b: ['accepts', 'rejects'] }],
  ['open', { a: ['open-to'], b: ['objects'] }],
  ['open', { a: ['accepts'], b: ['open-to'] }],
  ['open', { a: ['accepts', 'undecided'], b: ['accepts', 'accepts'] }],
  ['agreed-in-principle', { a: ['accepts'], b: ['demands'] }],
  ['agreed-in-principle', { a: ['accepts', 'objects'], b: ['demands', 'objects'] }],
  ['rejected', { a: ['objects', 'objects'], b: ['rejects', 'red-line'] }],
  ['mixed', { a: ['accepts', 'demands'], b: ['accepts', 'rejects'] }],
] satisfies [string, Record<string, Modality[]>][])('it is %s between two principals with %j', (convergence, stances) => {
  expect(issue(storyOf(stances, ['a', 'b']))?.convergence).toBe(convergence);
});

it('without principals nothing is agreed or rejected, but opposed it may be', () => {
  expect(issue(storyOf({ a: ['accepts'], b: ['accepts'] }))?.convergence).toBe('open');
  expect(issue(storyOf({ a: ['rejects'], b: ['rejects'] }))?.convergence).toBe('open');
  expect(issue(storyOf({ a: ['accepts'], b: ['rejects'] }))?.convergence).toBe('opposed');
});

it('nothing is agreed without all principals, one not yet defined among them', () => {
  expect(issue(storyOf({ a: ['accepts'], b: ['accepts'], c: ['rejects'] }, ['a', 'b']))?.convergence).toBe('agreed-in-principle');
  expect(issue(storyOf({ a: ['accepts'], b: ['accepts'] }, ['a', 'b', 'c']))?.convergence).toBe('open');
  expect(issue(storyOf({ a: ['rejects'], b: ['rejects'] }, ['a', 'b', 'unheard-of']))?.convergence).toBe('open');
  expect(issue(storyOf({ a: ['accepts'], b: ['rejects'] }, ['a', 'b', 'c']))?.convergence).toBe('opposed');
  expect(issue(storyOf({ a: ['accepts'], b: ['accepts'] }, ['a', 'c']))?.convergence).toBe('one-sided');
});

it('a proposition with one side keeps the issue from agreed, not from rejected', () => {
  expect(issue(storyOf({ a: ['accepts', 'accepts'], b: ['accepts'] }, ['a', 'b']))?.convergence).toBe('open');
  expect(issue(storyOf({ a: ['rejects', 'accepts'], b: ['rejects'] }, ['a', 'b']))?.convergence).toBe('rejected');
});

it('the principals of the issue come before those of the negotiation', () => {
  const story = storyOf({ a: ['accepts'], b: ['accepts'], c: ['rejects'] }, ['a', 'c']);
  expect(issue(story)?.convergence).toBe('opposed');
  story.define('issue', 'i', { title: 'Issue', parent: null, description: null, principals: ['b', 'a'] }, 'changed');
  expect(issue(story)?.convergence).toBe('agreed-in-principle');
});

it('a condition alone keeps a target from agreed', () => {
  const story = storyOf({ a: ['accepts'] }, ['a', 'b']);
  story.agreement('signed', ['b'], ['p'], { conditions: condition });
  expect(issue(story)).toMatchObject({ convergence: 'open', targets: [{ verdict: 'open', conditional: true }] });
  story.position('less', 'b', 'open-to', { source: 'next', conditions: condition });
  expect(issue(story)).toMatchObject({ convergence: 'open', targets: [{ verdict: 'open', conditional: false }] });
  story.position('whole', 'b', 'accepts', { source: 'late' });
  expect(issue(story)).toMatchObject({ convergence: 'agreed-in-principle', targets: [{ verdict: 'agreed', conditional: false }] });
});

it('is not conditional where a principal is missing too', () => {
  const story = storyOf({ a: ['accepts'] }, ['a', 'b', 'c']);
  story.position('if', 'b', 'accepts', { conditions: condition });
  expect(issue(story)?.targets).toMatchObject([{ verdict: 'open', conditional: false }]);
});

it('what others say, or the source guesses, is listed and counts for nothing', () => {
  const story = new Story({ principals: ['a', 'b'] });
  story.position('own', 'a', 'accepts', { by: ['a'] });
  story.position('claim', 'b', 'accepts', { by: ['a'] });
  expect(issue(story)).toMatchObject({ convergence: 'one-sided', targets: [], blockers: [] });
  story.position('reported', 'b', 'rejects');
  story.position('guess', 'c', 'rejects', { form: 'analysis' });
  const claimed = [{ party: 'c', report: 'guess', modality: 'rejects' }];
  expect(issue(story)).toMatchObject({ convergence: 'opposed', targets: [{ for: ['a'], against: ['b'], claimed, contested: true }] });
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
      conditional: false,
      for: ['b'],
      against: ['c'],
      claimed: [],
      contested: true,
      certainty: 'possible',
      evidence: ['a-p', 'b-p', 'perhaps'],
    },
  ]);
});

describe('coverage', () => {
  it('says on how much of the issue there are two sides, and who is silent', () => {
    const story = storyOf({ b: ['accepts'], a: ['accepts', 'rejects'], c: ['rejects', 'rejects'] }, ['c', 'a', 'unheard-of', 'c']);
    expect(issue(story)?.coverage).toEqual({ targets: 2, propositions: 2, heard: ['a', 'c'], silent: ['unheard-of'] });
    story.position('withdrawn', 'a', 'undecided', { source: 'next', until: '2026-01-10', previous: 'a-q' });
    expect(issue(story, on('2026-01-10'))?.coverage.targets).toBe(2);
    story.remove('ReportRetracted', 'a-q', null);
    expect(issue(story)?.coverage).toMatchObject({ targets: 1, propositions: 2 });
  });

  it('without principals hears everybody and misses nobody', () => {
    const story = storyOf({ b: ['accepts'], a: ['accepts'] });
    story.position('claim', 'c', 'rejects', { by: ['a'] });
    expect(issue(story)?.coverage).toEqual({ targets: 1, propositions: 1, heard: ['a', 'b'], silent: [] });
    expect(issue(new Story())?.coverage).toEqual({ targets: 0, propositions: 0, heard: [], silent: [] });
  });
});
