import { ids, type Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  const stance = { ...REPORTS.PositionStated, id: 'on-the-plan', data: { party: 'ukraine', plan: 'plan-28', modality: 'objects' } };
  await service.post('/talks/reports', stance).expect(201);
});
afterAll(() => service.stop());

const read = async (path: string): Promise<Json> => {
  const { body } = await service.read(path).expect(200);
  expect(Object.keys(body.at)).toEqual(['asOf', 'knownBy', 'recordedBy', 'certainty']);
  return body;
};

/** What a key holds that is in every case. */
function expectKeys(value: unknown, ...keys: string[]): void {
  expect(Object.keys(value as object)).toEqual(expect.arrayContaining(keys));
}

const STANCE = [
  'party',
  'target',
  'modality',
  'conditions',
  'voice',
  'by',
  'form',
  'source',
  'certainty',
  'uncertain',
  'since',
  'movement',
  'direction',
  'previous',
  'contestedBy',
  'lapsed',
  'evidence',
];
const PLAN = ['id', 'title', 'by', 'pointCount', 'points', 'revises', 'revisedBy', 'status', 'certainty', 'stances', 'evidence'];
const MEETING = ['id', 'title', 'status', 'certainty', 'when', 'scheduledFor', 'contestedBy', 'details', 'attendance', 'evidence'];
const REPORT = ['id', 'type', 'occurred', 'source', 'claim', 'issues', 'meeting', 'summary', 'data', 'certainty', 'uncertain'];
const RECORDED = ['revision', 'position', 'recordedAt', 'postedBy', 'corrections', 'links'];

it('negotiations', async () => {
  const { items, next } = await read('');
  expect(ids({ items } as Json)).toEqual(['talks']);
  expect(next).toBeNull();
  const one = await read('/talks');
  expectKeys(one, 'id', 'title', 'principals', 'counts', 'blockers');
  expect(one).toMatchObject({ id: 'talks', title: 'Peace talks', principals: ['russia', 'ukraine'], opened: { edtf: '2025-11-01' } });
});

it('issues: flat, parents first', async () => {
  const { items } = await read('/talks/issues');
  expect(items.map(({ id, parent }) => [id, parent as string | null])).toEqual([
    ['guarantees', null],
    ['territory', null],
    ['administration', 'territory'],
  ]);
  for (const item of items) expectKeys(item, 'id', 'title', 'parent', 'convergence', 'stale', 'degraded');
  expect(ids(await read('/talks/issues?stale=true&asOf=2026-02-28'))).toEqual(['guarantees', 'territory', 'administration']);
  expect(ids(await read('/talks/issues?stale=false&asOf=2026-01-05'))).toEqual(['guarantees', 'territory', 'administration']);
});

it('the state of an issue', async () => {
  const issue = await read('/talks/issues/territory?asOf=2026-03-01');
  expect(issue).toMatchObject({
    id: 'territory',
    title: 'Territory',
    parent: null,
    children: [{ id: 'administration', title: 'Administration', convergence: 'one-sided', stale: true }],
    convergence: 'opposed',
    coverage: { targets: 1, propositions: 1, heard: ['russia', 'ukraine'], silent: [] },
    targets: [
      {
        proposition: 'cede-donbas',
        text: 'Ukraine cedes Donbas.',
        verdict: 'opposed',
        conditional: false,
        for: ['russia'],
        against: ['ukraine'],
        claimed: [],
      },
    ],
    agreements: [],
    plans: [{ id: 'plan-28', title: '28 points', status: 'superseded', certainty: 'certain', points: [{ text: 'Donbas' }] }],
    blockers: [
      {
        kind: 'opposed-target',
        proposition: 'cede-donbas',
        summary: 'Ukraine cedes Donbas.',
        certainty: 'certain',
        ageDays: 56,
        evidence: ['russia-demands', 'ukraine-rejects'],
      },
    ],
    lastEvidence: { report: 'ukraine-rejects', occurred: '2026-01-04', ageDays: 56 },
    stale: true,
    degraded: false,
  });
  expect(issue.stances.map(({ party }) => party as string)).toEqual(['russia', 'ukraine']);
  for (const stance of issue.stances) expectKeys(stance, ...STANCE);
  expect(issue.stances[0]).toMatchObject({
    target: { proposition: 'cede-donbas', text: 'Ukraine cedes Donbas.', issue: 'territory' },
    conditions: [{ text: 'at once', proposition: null }],
    voice: 'own',
    by: ['putin'],
    form: 'direct-quote',
    source: 'times',
    since: '2026-01-03',
    direction: null,
    evidence: ['russia-demands'],
  });
  expectKeys(issue.targets[0], 'contested', 'certainty', 'evidence');
  expect(Object.keys(issue.stances[0] as object)).toEqual(STANCE);
});

it('the state of an issue with meetings, agreements and assessments', async () => {
  const guarantees = await read('/talks/issues/guarantees?asOf=2026-01-31');
  expect(guarantees.meetings).toEqual([
    { id: 'paris', title: 'Paris', status: 'held', when: '2026-01-04', certainty: 'certain', evidence: ['paris-held'] },
  ]);
  expect(guarantees.assessments).toEqual([
    {
      report: 'ninety-per-cent',
      summary: REPORTS.AssessmentMade.summary,
      by: [{ name: 'a White House official', party: 'united-states' }],
      about: { issue: 'guarantees' },
      measure: { value: 90, unit: 'per cent', of: 'the text' },
      certainty: 'certain',
    },
  ]);
  expect(guarantees.blockers).toMatchObject([{ kind: 'reported', report: 'ninety-per-cent', ageDays: 27, evidence: ['ninety-per-cent'] }]);
  const { agreements } = await read('/talks/issues/administration');
  expect(agreements).toEqual([
    {
      report: 'zone-signed',
      when: '2026-01-02',
      document: { id: null, title: 'Protocol', kind: 'protocol' },
      signatories: [
        { party: 'ukraine', person: 'zelensky' },
        { party: 'united-states', person: null },
      ],
      propositions: ['free-zone'],
      conditions: [],
      certainty: 'certain',
    },
  ]);
});

it('an issue without a visible report answers an empty state', async () => {
  const issue = await read('/talks/issues/territory?on=2025-01-01');
  expect(issue).toMatchObject({ convergence: 'unknown', stale: false, lastEvidence: null, degraded: false });
  expect(issue.coverage).toEqual({ targets: 0, propositions: 0, heard: [], silent: ['russia', 'ukraine'] });
  for (const key of ['targets', 'stances', 'agreements', 'meetings', 'plans', 'assessments', 'blockers']) expect(issue[key]).toEqual([]);
});

it('stances, plans and meetings', async () => {
  const { items } = await read('/talks/stances');
  for (const stance of items) expectKeys(stance, ...STANCE);
  expect(items.map(({ target, party }) => [target.plan ?? target.proposition, party] as string[])).toEqual([
    ['cede-donbas', 'russia'],
    ['cede-donbas', 'ukraine'],
    ['free-zone', 'ukraine'],
    ['free-zone', 'united-states'],
    ['plan-28', 'ukraine'],
  ]);
  expect(items.at(-1)?.target).toEqual({ plan: 'plan-28', title: '28 points' });
  for (const plan of (await read('/talks/plans')).items) expectKeys(plan, ...PLAN);
  const plan = await read('/talks/plans/plan-20');
  expect(plan).toMatchObject({
    by: [{ value: ['ukraine'], evidence: ['plan-20-revised'] }],
    revises: { plan: 'plan-28', lineage: 'stated' },
    revisedBy: [],
    status: 'current',
  });
  expect(await read('/talks/plans/plan-28')).toMatchObject({
    pointCount: [{ value: 28, evidence: ['plan-28-tabled'] }],
    points: [{ number: 1, text: 'Donbas', propositions: ['cede-donbas'], evidence: ['plan-28-tabled'] }],
    revises: null,
    status: 'superseded',
    stances: [{ party: 'ukraine' }],
  });
  for (const meeting of (await read('/talks/meetings')).items) expectKeys(meeting, ...MEETING);
  const meeting = await read('/talks/meetings/geneva');
  expectKeys(meeting.details, 'place', 'hosts', 'format', 'level', 'schedule', 'purpose', 'outcome');
  expect(meeting.details.place).toEqual([{ value: 'Geneva', evidence: ['geneva-announced'] }]);
  const paris = await read('/talks/meetings/paris');
  expect(paris.attendance).toMatchObject([
    { actor: 'zelensky', as: 'attended', online: true, evidence: ['paris-held'] },
    { actor: { name: 'an envoy', party: 'russia' } },
  ]);
});

it.each(['plans/plan-28', 'meetings/geneva', 'reports/russia-demands'])('%s is not visible before it is reported', async (path) => {
  expect((await service.read(`/talks/${path}?on=2025-01-01`).expect(404)).body.code).toBe('not-visible');
  expect((await service.read(`/talks/${path}?recordedBy=@1`).expect(404)).body.code).toBe('not-found');
});

it('activity', async () => {
  const body = await read('/talks/activity?to=2026-02-01');
  expectKeys(body, 'from', 'to', 'axis', 'first', 'last', 'areChangesCounted', 'items');
  expectKeys(body.items[0], 'day', 'reports', 'changes', 'kinds');
});

it('reports and their history', async () => {
  for (const report of (await read('/talks/reports')).items) expectKeys(report, ...REPORT, ...RECORDED);
  const report = await read('/talks/reports/russia-demands');
  expectKeys(report, ...REPORT, ...RECORDED);
  expect(report).toMatchObject({
    occurred: { edtf: '2026-01-03', phrase: 'on Saturday', basis: 'relative', anchor: '2026-01-05', note: null },
    claim: { by: ['putin'], via: [], form: 'direct-quote' },
    meeting: null,
    certainty: 'certain',
    uncertain: [],
    postedBy: 'tester',
    corrections: [],
    links: [],
  });
  const { items } = await read('/talks/reports/russia-demands/history');
  expect(items).toMatchObject([{ kind: 'original', postedBy: 'tester', content: { summary: REPORTS.PositionStated.summary } }]);
});

it('entries as recorded by R, a person with the roles that are reported', async () => {
  expect(ids(await read('/talks/parties'))).toEqual(['russia', 'ukraine', 'united-states']);
  expect(ids(await read('/talks/persons'))).toEqual(['putin', 'witkoff', 'zelensky']);
  expect(ids(await read('/talks/sources'))).toEqual(['post', 'times']);
  expect(ids(await read('/talks/propositions'))).toEqual(['cede-donbas', 'free-zone', 'us-troops']);
  expect(ids(await read('/talks/parties?recordedBy=@3'))).toEqual(['russia', 'ukraine']);
  expect(await read('/talks/parties/russia')).toMatchObject({ id: 'russia', name: 'Russia', kind: 'state', aliases: ['Moscow'] });
  expect(await read('/talks/propositions/us-troops')).toMatchObject({ issue: 'guarantees', text: 'US troops stand in Ukraine.' });
  expect(await read('/talks/sources/times')).toMatchObject({ published: { edtf: '2026-01-05' }, publisher: 'Times', url: null, notes: [] });
  const person = await read('/talks/persons/witkoff');
  expect(person).toMatchObject({ name: 'Steve Witkoff', party: 'united-states', role: null });
  expect(person.roles).toMatchObject([{ party: 'united-states', role: 'envoy', change: 'appointed', evidence: ['witkoff-appointed'] }]);
  expect((await read('/talks/persons/witkoff?asOf=2025-11-01')).roles).toEqual([]);
});
