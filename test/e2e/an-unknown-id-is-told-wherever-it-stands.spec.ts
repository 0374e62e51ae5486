import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

const NOBODY = ['nobody', { name: 'an aide', party: 'nowhere' }];
const CONDITIONS = [{ text: 'if', proposition: 'nothing' }];

/** The data of a report of each type that names ids without an entry, or with one of another kind, and where it does. */
const CASES: readonly [type: string, data: object, ...at: string[]][] = [
  [
    'MeetingHeld',
    { hosts: ['russia', ...NOBODY], attendance: [{ actor: 'putin' }, ...NOBODY.map((actor) => ({ actor }))] },
    ...['hosts/1', 'hosts/2/party', 'attendance/1/actor', 'attendance/2/actor/party'],
  ],
  ['PlanTabled', { plan: 'cede-donbas', by: ['putin', ...NOBODY] }, 'plan', 'by/1', 'by/2/party'],
  [
    'PlanRevised',
    {
      plan: 'plan-20',
      points: [{ text: 'x', propositions: ['cede-donbas', 'nothing'] }],
      revises: { plan: 'no-plan', lineage: 'stated' },
    },
    ...['points/0/propositions/1', 'revises/plan'],
  ],
  [
    'PositionStated',
    { party: 'putin', speaker: 'nobody', proposition: 'plan-20', modality: 'demands', conditions: CONDITIONS, previous: 'no-report' },
    ...['party', 'speaker', 'proposition', 'conditions/0/proposition', 'previous'],
  ],
  ['PositionStated', { party: 'nowhere', plan: 'no-plan', modality: 'demands' }, 'party', 'plan'],
  [
    'AgreementSigned',
    {
      document: { title: 'Protocol', kind: 'protocol' },
      signatories: [{ party: 'nowhere', person: 'nobody' }, { party: 'zelensky', person: 'ukraine' }, { party: 'ukraine' }],
      propositions: ['nothing'],
      conditions: CONDITIONS,
    },
    ...['signatories/0/party', 'signatories/0/person', 'signatories/1/party', 'signatories/1/person'],
    ...['propositions/0', 'conditions/0/proposition'],
  ],
  ['RoleChanged', { person: 'nobody', party: 'nowhere', role: 'envoy', change: 'acting' }, 'person', 'party'],
  ['RoleChanged', { person: 'russia', party: 'putin', role: 'envoy', change: 'acting' }, 'person', 'party'],
  ...['issue', 'plan', 'meeting', 'proposition'].map((kind): [string, object, ...string[]] => [
    'AssessmentMade',
    { about: { [kind]: 'nothing' }, resolves: 'no-report' },
    ...[`about/${kind}`, 'resolves'],
  ]),
];

const report = (type: string, data: object) => {
  const claim = { by: NOBODY, via: ['nobody'] };
  return { type, source: { id: 'no-source' }, claim, issues: ['no-issue'], meeting: 'no-meeting', summary: 'Told.', data };
};
const IN_EVERY_REPORT = ['/source/id', '/claim/by/0', '/claim/by/1/party', '/claim/via/0', '/issues/0', '/meeting'];

it.each(CASES)('in %s %j', async (type, data, ...at) => {
  const expected = [...IN_EVERY_REPORT, ...at.map((place) => `/data/${place}`)].map((place) => `#${place}`).toSorted();
  const { body } = await service.post('/talks/reports', report(type, data)).expect(422);
  expect(new Set(body.errors.map(({ code }) => code))).toEqual(new Set(['unknown-id']));
  expect(pointers(body).toSorted()).toEqual(expected);
  const misformed = (await service.post('/talks/reports', { ...report(type, data), summary: '' }).expect(422)).body;
  expect(pointers(misformed).toSorted()).toEqual([...expected, '#/summary'].toSorted());
});

it.each([
  [
    '/issues/anew',
    { title: 'X', parent: 'no-issue', principals: ['russia', 'nowhere', 'putin'] },
    ['parent', 'principals/1', 'principals/2'],
  ],
  ['/propositions/anew', { issue: 'no-issue', text: 'X' }, ['issue']],
  ['/persons/anew', { name: 'X', party: 'putin' }, ['party']],
])('in the entry %s', async (path, entry, at) => {
  const { body } = await service.put(`/talks${path}`, entry).expect(422);
  expect(pointers(body).toSorted()).toEqual(at.map((place) => `#/${place}`).toSorted());
});

it.each([
  ['parties', 'putin'],
  ['persons', 'russia'],
  ['persons', 'nobody'],
  ['propositions', 'plan-20'],
  ['sources', 'geneva'],
])('in the path %s/%s, for whoever reads or writes', async (kind, id) => {
  expect((await service.read(`/talks/${kind}/${id}`).expect(404)).body.code).toBe('not-found');
  expect((await service.get(`/talks/${kind}/${id}`).expect(404)).body.code).toBe('not-found');
});

it.each([
  ['stances?party=rusia', 'party', 'russia'],
  ['stances?issue=teritory', 'issue', 'territory'],
  ['stances?proposition=cede-donbass', 'proposition', 'cede-donbas'],
  ['stances?plan=plan-2', 'plan', 'plan-20'],
  ['meetings?person=puttin', 'person', 'putin'],
  ['meetings?party=rusia', 'party', 'russia'],
  ['reports?source=time', 'source', 'times'],
  ['reports?meeting=genev', 'meeting', 'geneva'],
  ['reports?person=puttin', 'person', 'putin'],
  ['reports?plan=plan-2', 'plan', 'plan-20'],
  ['matrix?issue=teritory', 'issue', 'territory'],
  ['activity?issue=teritory', 'issue', 'territory'],
  ['search?q=a&party=rusia', 'party', 'russia'],
  ['stances?without=source:time', 'without', 'times'],
  ['changes?issue=teritory', 'issue', 'territory'],
  ['replay?issue=teritory', 'issue', 'territory'],
])('in the filter %s, instead of an empty list', async (path, parameter, near) => {
  const { body } = await service.read(`/talks/${path}`).expect(400);
  expect(body).toMatchObject({ code: 'invalid-query', errors: [{ parameter, code: 'unknown-id' }] });
  expect(body.errors[0]?.suggestions).toContain(near);
});

it('all unknown ids of the filters at once, and only by what is recorded by R', async () => {
  const { body } = await service.read('/talks/reports?party=nobody&party=russia&issue=nothing').expect(400);
  expect(body.errors.map(({ parameter }) => parameter)).toEqual(['party', 'issue']);
  const asked = '/talks/stances?party=united-states&asOf=2026-01-05&recordedBy=@3';
  const refused = (await service.read(asked).expect(400)).text;
  await service.put('/talks/parties/united-statez', { name: 'Z', kind: 'group' }).expect(201);
  expect((await service.read(asked).expect(400)).text).toBe(refused);
});
