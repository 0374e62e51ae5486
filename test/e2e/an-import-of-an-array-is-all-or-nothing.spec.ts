import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterEach(() => service.stop());

const { id: _, ...content } = REPORTS.ContextReported;
const source = { id: 'article' };
/** In an order in which each names what comes after it. */
const ARTICLE = [
  { entry: 'link', id: 'one', kind: 'corroborates', to: 'two' },
  { entry: 'correction', id: 'one', reason: 'coding', note: 'n', report: { ...content, source, summary: 'Better.' } },
  { entry: 'report', id: 'one', ...content, source, issues: ['child'] },
  { entry: 'report', id: 'two', ...content, source },
  { entry: 'issue', id: 'child', title: 'C', parent: 'parent' },
  { entry: 'issue', id: 'parent', title: 'P' },
  { entry: 'person', id: 'aide', name: 'A', party: 'state' },
  { entry: 'party', id: 'state', name: 'S', kind: 'state' },
  { entry: 'source', id: 'article', published: '2026-02-01' },
];

it('takes entries in any order, and the same again without recording anything', async () => {
  const before = BigInt(await service.head());
  const { body } = await service.post('/talks/import', ARTICLE).expect(200);
  expect(body.items).toEqual(ARTICLE.map(({ id }, i) => ({ line: i + 1, id, outcome: i < 2 ? 'changed' : 'created' })));
  const position = String(before + BigInt(ARTICLE.length));
  expect(body.summary).toEqual({ created: 7, changed: 2, unchanged: 0, rejected: 0, warnings: 0, position, projected: true });
  expect(await service.head()).toBe(position);
  const read = await service.read(`/talks/reports/one?recordedBy=@${position}`).expect(200);
  expect(read.body).toMatchObject({ summary: 'Better.', links: [{ kind: 'corroborates', to: 'two' }] });
  const again = await service.post('/talks/import', ARTICLE).expect(200);
  expect(again.body.summary).toEqual({
    created: 0,
    changed: 0,
    unchanged: ARTICLE.length,
    rejected: 0,
    warnings: 0,
    position,
    projected: true,
  });
  expect(await service.head()).toBe(position);
});

it('a person who changes party between two reports spoke for the one and then for the other, as in lines', async () => {
  const says = (id: string, party: string) => ({
    ...{ entry: 'report', id, type: 'PositionStated', source, summary: 'S.', claim: { by: ['defector'] } },
    data: { party, proposition: 'cede-donbas', modality: 'supports' },
  });
  const entries = [
    { entry: 'source', id: 'article', published: '2026-02-01' },
    { entry: 'person', id: 'defector', name: 'D', party: 'russia' },
    says('before', 'russia'),
    { entry: 'person', id: 'defector', name: 'D', party: 'ukraine' },
    says('after', 'ukraine'),
  ];
  await service.post('/talks/import', entries).expect(200);
  const { body } = await service.read('/talks/stances?on=2026-02-01').expect(200);
  expect(body.items).toMatchObject([
    { party: 'russia', voice: 'own', evidence: ['before'] },
    { party: 'ukraine', voice: 'own', evidence: ['after'] },
  ]);
});

it('a dry run tells what would be, and appends nothing', async () => {
  const before = await service.head();
  const dry = await service.post('/talks/import?dryRun=true', ARTICLE).expect(200);
  expect(await service.head()).toBe(before);
  const real = await service.post('/talks/import?dryRun=false', ARTICLE).expect(200);
  expect(dry.body.items).toEqual(real.body.items);
});

it('tells the faults of all entries and records none', async () => {
  const before = await service.head();
  const malformed = [...ARTICLE, { entry: 'plan', id: 'p' }, { entry: 'plan', id: 'P', title: 'T' }, null, 'x', { entry: 'rumour' }];
  const { body } = await service.post('/talks/import', malformed).expect(422);
  expect(pointers(body)).toEqual(['#/9/title', '#/10/id', '#/11', '#/12', '#/13/entry']);
  const unknown = [
    ...ARTICLE,
    { entry: 'report', id: 'r', ...content, issues: ['parent', 'territori'] },
    { entry: 'link', id: 'none', kind: 'same-as', to: 'one' },
  ];
  const refused = await service.post('/talks/import', unknown).expect(422);
  expect(pointers(refused.body)).toEqual(['#/9/issues/1', '#/10']);
  expect(await service.head()).toBe(before);
});

it('records none where one entry is too large for the log', async () => {
  const before = await service.head();
  const aliases = Array.from({ length: 60 }, () => 'x'.repeat(19_000));
  const large = { entry: 'source', id: 'large', published: '2026-01-01', notes: aliases };
  const { body } = await service.post('/talks/import', [...ARTICLE, large]).expect(422);
  expect(body.errors).toMatchObject([{ pointer: '#/9', code: 'body-too-large' }]);
  expect(await service.head()).toBe(before);
});

it('records entries that are large together', async () => {
  const entries = Array.from({ length: 60 }, (_, i) => ({
    entry: 'issue',
    id: `i${String(i)}`,
    title: 'T',
    description: '€'.repeat(20_000),
  }));
  const { body } = await service.post('/talks/import', entries).expect(200);
  expect(body.summary).toMatchObject({ created: 60 });
});

it.each([[{}], ['text'], [null], [Array.from({ length: 1_001 }, () => ({}))]])(
  'refuses what is no list of up to 1,000 entries',
  async (body) => {
    const refused = await service.raw('post', '/talks/import', JSON.stringify(body)).expect(422);
    expect(pointers(refused.body)).toEqual(['#']);
  },
);

it('can bring the negotiation itself, and no other one', async () => {
  const { body } = await service
    .post('/fresh/import', [
      { entry: 'plan', id: 'p', title: 'P' },
      { entry: 'negotiation', id: 'fresh', title: 'F' },
    ])
    .expect(200);
  expect(body.summary).toMatchObject({ created: 2 });
  const refused = await service.post('/fresh/import', [{ entry: 'negotiation', id: 'talks', title: 'F' }]).expect(422);
  expect(pointers(refused.body)).toEqual(['#/0/id']);
  await service.post('/none/import', [{ entry: 'plan', id: 'p', title: 'P' }]).expect(422);
});

describe('what amends one report, or one source, comes in any order too', () => {
  const report = { entry: 'report', id: 'one', ...content };
  const correction = { entry: 'correction', id: 'one', reason: 'coding', note: 'n', report: { ...content, summary: 'Better.' } };
  const removal = { reason: 'coding', note: 'n' };
  const retraction = { entry: 'retraction', id: 'one', ...removal };
  const reinstatement = { entry: 'reinstatement', id: 'one', ...removal };
  const again = { ...retraction, note: 'again' };
  const withdrawal = { entry: 'withdrawal', id: 'times', ...removal };
  const readmission = { entry: 'readmission', id: 'times', ...removal };

  it.each<[string, object[], object[], seen: string | null]>([
    ['what is new', [], [reinstatement, correction, retraction, report], 'Better.'],
    ['removed again', [], [again, reinstatement, report, retraction], null],
    ['what is retracted already', [report, retraction], [correction, reinstatement], 'Better.'],
    ['what is retracted already, and again', [report, retraction], [again, correction, reinstatement], null],
    ['its source', [report], [readmission, withdrawal], content.summary],
    ['its source, withdrawn already', [report, withdrawal], [{ ...withdrawal, note: 'again' }, readmission], null],
  ])('%s', async (_, before, array, seen) => {
    await service.importLines('talks', before);
    const { body } = await service.post('/talks/import', array).expect(200);
    expect(body.summary).toMatchObject({ rejected: 0, unchanged: 0 });
    const read = await service.read('/talks/reports/one');
    expect(read.status === 200 ? read.body.summary : null).toBe(seen);
    const repeated = await service.post('/talks/import', array);
    expect(repeated.body.errors).toBeUndefined();
    expect(repeated.body.summary).toMatchObject({ unchanged: array.length });
  });

  it('but what stands cannot be taken back', async () => {
    await service.importLines('talks', [report]);
    const { body } = await service.post('/talks/import', [correction, reinstatement]).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '#/1', code: 'nothing-to-undo' }]);
  });
});
