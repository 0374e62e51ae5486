import type { TestService } from './service.js';

/** A report as it is posted. */
export interface ReportBody {
  readonly id: string;
  readonly type: string;
  readonly source: { readonly id: string };
  readonly summary: string;
  readonly [field: string]: unknown;
}

/** The registry that the tests of the HTTP API share. */
const REGISTRY: readonly (readonly [path: string, entry: object])[] = [
  ['', { title: 'Peace talks', opened: '2025-11-01', principals: ['russia', 'ukraine'] }],
  ['/parties/russia', { name: 'Russia', kind: 'state', aliases: ['Moscow'] }],
  ['/parties/ukraine', { name: 'Ukraine', kind: 'state' }],
  ['/parties/united-states', { name: 'United States', kind: 'state' }],
  ['/persons/putin', { name: 'Vladimir Putin', party: 'russia', role: 'president' }],
  ['/persons/zelensky', { name: 'Volodymyr Zelensky', party: 'ukraine', aliases: ['Selenskyj'] }],
  ['/persons/witkoff', { name: 'Steve Witkoff', party: 'united-states' }],
  ['/issues/territory', { title: 'Territory' }],
  ['/issues/administration', { title: 'Administration', parent: 'territory' }],
  ['/issues/guarantees', { title: 'Guarantees', principals: ['ukraine', 'united-states'] }],
  ['/propositions/cede-donbas', { issue: 'territory', text: 'Ukraine cedes Donbas.' }],
  ['/propositions/free-zone', { issue: 'administration', text: 'Donbas becomes a free zone.' }],
  ['/propositions/us-troops', { issue: 'guarantees', text: 'US troops stand in Ukraine.' }],
  ['/plans/plan-28', { title: '28 points' }],
  ['/plans/plan-20', { title: '20 points', aliases: ['the European plan'] }],
  ['/meetings/geneva', { title: 'Geneva' }],
  ['/meetings/paris', { title: 'Paris' }],
  ['/sources/times', { published: '2026-01-05', publisher: 'Times', headline: 'Talks', author: 'A. B.', language: 'en' }],
  ['/sources/post', { published: '2026-01-10', publisher: 'Post', notes: ['late edition'] }],
];

const KINDS: Readonly<Record<string, string>> = {
  parties: 'party',
  persons: 'person',
  issues: 'issue',
  propositions: 'proposition',
  plans: 'plan',
  meetings: 'meeting',
  sources: 'source',
};

/** Defines a small registry. @returns the path of the negotiation */
export async function aNegotiation(service: TestService, negotiation = 'talks'): Promise<string> {
  const lines = REGISTRY.map(([path, entry]) => {
    const [, folder = '', id = negotiation] = path.split('/');
    return { entry: KINDS[folder] ?? 'negotiation', id, ...entry };
  });
  const answer = await service.importLines(negotiation, lines);
  expect(answer.at(-1)?.summary).toMatchObject({ created: lines.length });
  return `/${negotiation}`;
}

/** A report of each type, by its type; what it names is in the registry above. */
export const REPORTS = {
  MeetingAnnounced: report('geneva-announced', 'MeetingAnnounced', {
    meeting: 'geneva',
    data: { scheduledFor: '2026-01-20', place: 'Geneva', format: 'in-person', level: 'advisers', hosts: ['united-states'] },
  }),
  MeetingRevised: report('geneva-moved', 'MeetingRevised', {
    meeting: 'geneva',
    source: { id: 'post' },
    data: { change: 'moved', scheduledFor: { edtf: '2026-01-25', basis: 'relative', phrase: 'on Sunday' }, reason: 'weather' },
  }),
  MeetingHeld: report('paris-held', 'MeetingHeld', {
    meeting: 'paris',
    occurred: '2026-01-04',
    issues: ['guarantees'],
    data: {
      place: 'Paris',
      durationMinutes: 90,
      attendance: [{ actor: 'zelensky', online: true }, { actor: { name: 'an envoy', party: 'russia' } }],
    },
  }),
  PlanTabled: report('plan-28-tabled', 'PlanTabled', {
    occurred: '2025-11-20',
    data: {
      plan: 'plan-28',
      by: ['united-states'],
      pointCount: 28,
      points: [{ number: 1, text: 'Donbas', propositions: ['cede-donbas'] }],
    },
  }),
  PlanRevised: report('plan-20-revised', 'PlanRevised', {
    occurred: '2025-12-20',
    data: { plan: 'plan-20', by: ['ukraine'], revises: { plan: 'plan-28', lineage: 'stated' } },
  }),
  PositionStated: report('russia-demands', 'PositionStated', {
    occurred: { edtf: '2026-01-03', phrase: 'on Saturday', basis: 'relative' },
    source: { id: 'times', locator: 'line 1', quote: 'must' },
    claim: { by: ['putin'], via: [], form: 'direct-quote' },
    data: { party: 'russia', speaker: 'putin', proposition: 'cede-donbas', modality: 'demands', conditions: [{ text: 'at once' }] },
  }),
  AgreementSigned: report('zone-signed', 'AgreementSigned', {
    occurred: '2026-01-02',
    data: {
      document: { title: 'Protocol', kind: 'protocol' },
      signatories: [{ party: 'ukraine', person: 'zelensky' }, { party: 'united-states' }],
      propositions: ['free-zone'],
    },
  }),
  RoleChanged: report('witkoff-appointed', 'RoleChanged', {
    occurred: '2025-11-02',
    data: { person: 'witkoff', party: 'united-states', role: 'envoy', change: 'appointed' },
  }),
  AssessmentMade: report('ninety-per-cent', 'AssessmentMade', {
    occurred: '2026-01-04',
    claim: { by: [{ name: 'a White House official', party: 'united-states' }], form: 'attributed' },
    data: { about: { issue: 'guarantees' }, measure: { value: 90, unit: 'per cent', of: 'the text' }, blocker: true },
  }),
  ContextReported: report('attack', 'ContextReported', { issues: ['territory'], data: { kind: 'attack' } }),
} as const satisfies Record<string, ReportBody>;

function report(id: string, type: string, rest: object): ReportBody {
  return { id, type, source: { id: 'times' }, summary: `${type} as reported.`, ...rest };
}

/** What Ukraine says to what Russia demands. */
export const UKRAINE_REJECTS = report('ukraine-rejects', 'PositionStated', {
  occurred: '2026-01-04',
  data: { party: 'ukraine', speaker: 'zelensky', proposition: 'cede-donbas', modality: 'rejects' },
});

/** Posts a report of each type. */
export async function postReports(service: TestService, negotiation = 'talks'): Promise<void> {
  for (const one of [...Object.values(REPORTS), UKRAINE_REJECTS]) await service.post(`/${negotiation}/reports`, one).expect(201);
}
