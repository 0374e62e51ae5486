import { actorsOf, issuesOf, meetingsOf, mentionsOf, plansOf } from '../../../src/rules/mentions.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import { position } from '../../support/histories-by-hand.js';
import { told } from './seen.js';

const issueOf = (proposition: string): string | undefined => ({ p: 'i', q: 'j' })[proposition];
const about = (target: { issue?: string; plan?: string; meeting?: string; proposition?: string }) =>
  told((story) => story.assessment('r', { about: target }));
const points = [
  { number: 1, text: 'x', propositions: ['p', 'q'] },
  { number: null, text: 'y', propositions: ['p'] },
];
const CONDITION = [{ text: 'if', proposition: 'q' }];
const signed = told((story) => story.agreement('r', ['a', 'b'], ['p'], { by: ['c'] }));
const held = told((story) =>
  story.meeting('MeetingHeld', 'r', { hosts: ['a'], attendance: [{ actor: 'ann', role: null, online: null, implied: null, note: null }] }),
);
const revised = told((story) => story.plan('r', { plan: 'two', by: ['a'], revises: { plan: 'one', lineage: 'stated' }, points }));
const role: ReportContent = {
  ...position('r', 'a', 'demands'),
  type: 'RoleChanged',
  data: { person: 'ann', party: 'a', role: 'envoy', change: 'appointed', reason: null },
};
const context: ReportContent = {
  ...position('r', 'a', 'demands', { issues: ['k'] }),
  type: 'ContextReported',
  data: { kind: 'background' },
};

describe("a report's issues", () => {
  it.each<[string, ReportContent, string[]]>([
    ['those that it lists', context, ['k']],
    ['that of the proposition of a position', position('r', 'a', 'demands'), ['i']],
    ['both, each once, the listed ones first', position('r', 'a', 'demands', { issues: ['k', 'i'] }), ['k', 'i']],
    ['none of a proposition in a condition', position('r', 'a', 'demands', { conditions: CONDITION }), ['i']],
    ['none of a position on a plan', position('r', 'a', 'demands', { plan: 'one', conditions: CONDITION }), []],
    ['that which an assessment is about', about({ issue: 'k' }), ['k']],
    ['that of the proposition which an assessment is about', about({ proposition: 'q' }), ['j']],
    ['none of an assessment about a plan', about({ plan: 'one' }), []],
    ['those of the propositions of an agreement', signed, ['i']],
    ['those of the propositions of the points of a plan', revised, ['i', 'j']],
    ['none of a proposition that is not registered', position('r', 'a', 'demands', { proposition: 'unknown' }), []],
    ['none of a meeting that lists none', held, []],
  ])('are %s', (_, content, expected) => {
    expect(issuesOf(content, issueOf)).toEqual(expected);
  });
});

describe('what a report names', () => {
  it.each<[string, ReportContent, string[]]>([
    ['a position: its proposition', position('r', 'a', 'demands'), ['p']],
    ['a position on a plan: none', position('r', 'a', 'demands', { plan: 'one' }), []],
    ['an assessment: the one it is about', about({ proposition: 'q' }), ['q']],
    ['an assessment about nothing: none', told((story) => story.assessment('r', {})), []],
    ['an agreement: its list', signed, ['p']],
    ['a plan: those of its points, each once', revised, ['p', 'q']],
    ['any other: none', held, []],
  ])('propositions: %s', (_, content, expected) => {
    expect(mentionsOf(content).propositions).toEqual(expected);
  });

  it('propositions of conditions stand apart', () => {
    const conditions = [...CONDITION, ...CONDITION, { text: 'or', proposition: null }];
    expect(mentionsOf(position('r', 'a', 'demands', { conditions })).propositionsOfConditions).toEqual(['q']);
    expect(mentionsOf(signed).propositionsOfConditions).toEqual([]);
    expect(mentionsOf(revised).propositionsOfConditions).toEqual([]);
  });

  it.each<[string, ReportContent, string[]]>([
    ['of its envelope', position('r', 'a', 'demands', { meeting: 'm' }), ['m']],
    ['that it is about', about({ meeting: 'm2' }), ['m2']],
    ['none', context, []],
  ])('meetings: %s', (_, content, expected) => {
    expect(meetingsOf(content)).toEqual(expected);
  });

  it.each<[string, ReportContent, string[]]>([
    ['the one that is tabled', told((story) => story.plan('r', { plan: 'one' })), ['one']],
    ['the one that revises and the one revised', revised, ['two', 'one']],
    ['the target of a position', position('r', 'a', 'demands', { plan: 'one' }), ['one']],
    ['the one that it is about', about({ plan: 'two' }), ['two']],
    ['none of a position on a proposition', position('r', 'a', 'demands'), []],
    ['none of an agreement', signed, []],
  ])('plans: %s', (_, content, expected) => {
    expect(plansOf(content)).toEqual(expected);
  });

  it.each<[string, ReportContent, unknown[]]>([
    [
      'who claims, the party and the speaker',
      position('r', 'a', 'demands', { by: ['b'], speaker: { name: 'x', party: null } }),
      ['b', 'a', { name: 'x', party: null }],
    ],
    ['through whom', { ...context, claim: { by: ['a'], via: ['b'], form: 'stated' } }, ['a', 'b']],
    ['hosts and who attended', held, ['a', 'ann']],
    ['whose plan it is', revised, ['a']],
    [
      'who signed, and for whom',
      {
        ...signed,
        data: {
          ...signed.data,
          signatories: [
            { party: 'a', person: 'ann' },
            { party: 'b', person: null },
          ],
        },
      } as ReportContent,
      ['c', 'a', 'ann', 'b'],
    ],
    ['whose role changed, and of which party', role, ['ann', 'a']],
    ['none of an assessment beside its claim', about({ issue: 'i' }), []],
  ])('actors: %s', (_, content, expected) => {
    expect(actorsOf(content)).toEqual(expected);
  });
});
