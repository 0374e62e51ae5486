import { referencesOfReport } from '../../../src/commands/writing/reference.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import { position, Story } from '../../support/histories-by-hand.js';

const AIDE = { name: 'an aide', party: 'b' };
const NOBODY = { name: 'an aide', party: null };
const CONDITIONS = [
  { text: 'if', proposition: 'q' },
  { text: 'or', proposition: null },
];
const seat = { role: null, online: null, implied: null, note: null };
const content = (write: (story: Story) => { event: unknown }): ReportContent => write(new Story()).event as ReportContent;
const signed = content((story) => story.agreement('r', [], []));

/** What a report names beside its source: `kind id at`. */
const named = (report: ReportContent): string[] =>
  referencesOfReport(report)
    .slice(1)
    .map(({ kind, id, pointer }) => `${kind} ${id} ${pointer}`);

const CASES: readonly [string, ReportContent, string[]][] = [
  [
    'who claims, through whom, its issues and its meeting',
    {
      ...position('r', 'a', 'demands', { by: ['a', AIDE, NOBODY], issues: ['i', 'j'], meeting: 'm' }),
      type: 'ContextReported',
      data: { kind: 'x' },
    },
    ['actor a #/claim/by/0', 'party b #/claim/by/1/party', 'issue i #/issues/0', 'issue j #/issues/1', 'meeting m #/meeting'],
  ],
  [
    'through whom',
    { ...position('r', 'a', 'demands'), claim: { by: [], via: ['b'], form: 'stated' }, type: 'ContextReported', data: { kind: 'x' } },
    ['actor b #/claim/via/0'],
  ],
  [
    'a position',
    position('r', 'a', 'demands', { speaker: 'ann', conditions: CONDITIONS, previous: 's' }),
    [
      'party a #/data/party',
      'actor ann #/data/speaker',
      'proposition p #/data/proposition',
      'proposition q #/data/conditions/0/proposition',
      'report s #/data/previous',
    ],
  ],
  [
    'a position on a plan, said by a name',
    position('r', 'a', 'demands', { plan: 'one', speaker: AIDE }),
    ['party a #/data/party', 'party b #/data/speaker/party', 'plan one #/data/plan'],
  ],
  [
    'hosts and who attended',
    content((story) =>
      story.meeting('MeetingHeld', 'r', {
        hosts: ['a'],
        attendance: [
          { actor: AIDE, ...seat },
          { actor: 'ann', ...seat },
        ],
      }),
    ),
    ['meeting m #/meeting', 'actor a #/data/hosts/0', 'party b #/data/attendance/0/actor/party', 'actor ann #/data/attendance/1/actor'],
  ],
  [
    'a plan, by whom and with which points',
    content((story) => story.plan('r', { plan: 'one', by: ['a'], points: [{ number: 1, text: 'x', propositions: ['p', 'q'] }] })),
    [
      'plan one #/data/plan',
      'actor a #/data/by/0',
      'proposition p #/data/points/0/propositions/0',
      'proposition q #/data/points/0/propositions/1',
    ],
  ],
  [
    'the plan that is revised',
    content((story) => story.plan('r', { plan: 'two', revises: { plan: 'one', lineage: 'stated' } })),
    ['plan two #/data/plan', 'plan one #/data/revises/plan'],
  ],
  [
    'an agreement',
    {
      ...signed,
      data: {
        ...signed.data,
        signatories: [
          { party: 'a', person: 'ann' },
          { party: 'b', person: null },
        ],
        propositions: ['p'],
        conditions: CONDITIONS,
      },
    } as ReportContent,
    [
      'party a #/data/signatories/0/party',
      'person ann #/data/signatories/0/person',
      'party b #/data/signatories/1/party',
      'proposition p #/data/propositions/0',
      'proposition q #/data/conditions/0/proposition',
    ],
  ],
  [
    'a change of role',
    {
      ...position('r', 'a', 'demands'),
      type: 'RoleChanged',
      data: { person: 'ann', party: 'a', role: 'envoy', change: 'acting', reason: null },
    },
    ['person ann #/data/person', 'party a #/data/party'],
  ],
  [
    'an assessment, what it resolves',
    content((story) => story.assessment('r', { about: { issue: 'i' }, resolves: 's' })),
    ['issue i #/data/about/issue', 'report s #/data/resolves'],
  ],
  ['an assessment of a plan', content((story) => story.assessment('r', { about: { plan: 'one' } })), ['plan one #/data/about/plan']],
  [
    'an assessment of a meeting',
    content((story) => story.assessment('r', { about: { meeting: 'm' } })),
    ['meeting m #/data/about/meeting'],
  ],
  [
    'an assessment of a proposition',
    content((story) => story.assessment('r', { about: { proposition: 'p' } })),
    ['proposition p #/data/about/proposition'],
  ],
  ['an assessment of nothing', content((story) => story.assessment('r', {})), []],
];

describe('a report names, each with its place in the body,', () => {
  it.each(CASES)('%s', (_, report, expected) => {
    expect(named(report)).toEqual(expected);
  });

  it('its source', () => {
    expect(referencesOfReport(position('r', 'a', 'demands'))[0]).toMatchObject({ kind: 'source', id: 'early', pointer: '#/source/id' });
  });

  it('all that at the place of the content in a body that holds more', () => {
    const pointers = referencesOfReport(position('r', 'a', 'demands'), ['report']).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['#/report/source/id', '#/report/data/party', '#/report/data/proposition']);
  });
});
