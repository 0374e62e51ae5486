import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const A_TEXT = expect.any(String) as string;
const position = REPORTS.PositionStated;
const data = { party: 'russia', proposition: 'cede-donbas', modality: 'demands' };

/** What is wrong, and where the answer must say so, in any order. */
const FAULTY: [what: string, body: object, pointers: string[]][] = [
  ['nothing given', {}, ['#/type']],
  ['an unknown type', { ...position, type: 'Rumour' }, ['#/type']],
  ['what is required is missing', { type: 'PositionStated' }, ['#/source', '#/summary', '#/data']],
  [
    'faults on each level',
    {
      ...position,
      id: 'No Id',
      occurred: { edtf: '2026-02-30', basis: 'rumoured', mood: 1 },
      source: { id: 'times', line: 1 },
      claim: { by: ['NO'], form: 'guess' },
      summary: ' ',
      'a/b~c d': 1,
      data: { ...data, modality: 'likes', until: '2026/2025', conditions: [{ text: 'ok' }, { proposition: 5 }] },
    },
    [
      '#/id',
      '#/occurred/edtf',
      '#/occurred/basis',
      '#/occurred/mood',
      '#/source/line',
      '#/claim/by/0',
      '#/claim/form',
      '#/summary',
      '#/a~1b~0c%20d',
      '#/data/modality',
      '#/data/until',
      '#/data/conditions/1/text',
      '#/data/conditions/1/proposition',
    ],
  ],
  [
    'two targets beside a bad modality',
    { ...position, data: { ...data, plan: 'plan-28', modality: 'likes' } },
    ['#/data', '#/data/modality'],
  ],
  ['no target', { ...position, data: { party: 'russia', modality: 'demands' } }, ['#/data']],
  ['a meeting report without a meeting', { ...REPORTS.MeetingHeld, meeting: undefined }, ['#/meeting']],
  ['an announcement without a schedule', { ...REPORTS.MeetingAnnounced, data: {} }, ['#/data/scheduledFor']],
  ['a change in an announcement', { ...REPORTS.MeetingHeld, data: { change: 'moved' } }, ['#/data/change']],
  ['a revision without a change', { ...REPORTS.MeetingRevised, data: {} }, ['#/data/change']],
  [
    'a plan that revises itself, badly',
    { ...REPORTS.PlanRevised, data: { plan: 'plan-20', revises: { plan: 'plan-20', lineage: 'guessed' } } },
    ['#/data/revises/lineage', '#/data/revises/plan'],
  ],
  [
    'nobody signed',
    { ...REPORTS.AgreementSigned, data: { document: { title: 'T' }, signatories: [] } },
    ['#/data/document/kind', '#/data/signatories'],
  ],
  ['two things assessed', { ...REPORTS.AssessmentMade, data: { about: { issue: 'territory', plan: 'plan-28' } } }, ['#/data/about/plan']],
];

it.each(FAULTY)('%s', async (_what, body, expected) => {
  const before = await service.head();
  const refused = await service
    .post('/talks/reports', body)
    .expect(422)
    .expect('content-type', /^application\/problem\+json/);
  expect(pointers(refused.body).toSorted()).toEqual(expected.toSorted());
  expect(refused.body).toMatchObject({ status: 422, code: 'invalid-body', title: A_TEXT, type: A_TEXT });
  for (const fault of refused.body.errors) expect(fault).toMatchObject({ code: A_TEXT, detail: A_TEXT });
  expect(await service.head()).toBe(before);
});

it.each([
  ['a field that is missing', {}, 'is required: string or object'],
  ['one that is of no type that is taken', { published: 5 }, 'must be string or object, not number'],
])('tells of %s what is taken there', async (_what, body, detail) => {
  const { body: refused } = await service.put('/talks/sources/s', body).expect(422);
  expect(refused.errors).toMatchObject([{ pointer: '#/published', detail }]);
});

it('tells every unknown id with near ones', async () => {
  const report = {
    type: 'AgreementSigned',
    source: { id: 'tims' },
    claim: { by: ['putn', { name: 'an aide', party: 'rusia' }], via: ['zelenskyy'] },
    issues: ['territory', 'guarantee'],
    meeting: 'genf',
    summary: 'S',
    data: {
      document: { title: 'T', kind: 'K' },
      signatories: [
        { party: 'russland', person: 'putin' },
        { party: 'ukraine', person: 'zelenski' },
      ],
      propositions: ['cede-dombas'],
      conditions: [{ text: 'C', proposition: 'us-troop' }],
    },
  };
  const { body } = await service.post('/talks/reports', report).expect(422);
  expect(body.errors.map(({ pointer, code, suggestions }) => [pointer, code, suggestions?.[0]])).toEqual([
    ['#/source/id', 'unknown-id', 'times'],
    ['#/claim/by/0', 'unknown-id', 'putin'],
    ['#/claim/by/1/party', 'unknown-id', 'russia'],
    ['#/claim/via/0', 'unknown-id', 'zelensky'],
    ['#/issues/1', 'unknown-id', 'guarantees'],
    ['#/meeting', 'unknown-id', undefined],
    ['#/data/signatories/0/party', 'unknown-id', undefined],
    ['#/data/signatories/1/person', 'unknown-id', 'zelensky'],
    ['#/data/propositions/0', 'unknown-id', 'cede-donbas'],
    ['#/data/conditions/0/proposition', 'unknown-id', 'us-troops'],
  ]);
});

it('takes as previous and resolves what is retracted, and not what does not exist', async () => {
  await service.post('/talks/reports', position).expect(201);
  await service.post('/talks/reports/russia-demands/retraction', { reason: 'coding', note: 'n' }, { 'if-match': '"0"' }).expect(201);
  const next = { ...position, id: 'next', data: { ...data, previous: 'russia-demands' } };
  const resolved = { ...REPORTS.AssessmentMade, data: { resolves: 'russia-demands' } };
  await service.post('/talks/reports', next).expect(201);
  await service.post('/talks/reports', resolved).expect(201);
  const { body } = await service.post('/talks/reports', { ...next, id: 'n2', data: { ...data, previous: 'russia-demand' } }).expect(422);
  expect(body.errors).toMatchObject([{ pointer: '#/data/previous', suggestions: ['russia-demands'] }]);
});
