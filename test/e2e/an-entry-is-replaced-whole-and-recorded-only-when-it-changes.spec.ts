import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const ISSUE = { parent: null, description: null, principals: [] };
const KINDS: [path: string, first: object, second: object, stored: object][] = [
  [
    '',
    { title: 'A' },
    { title: 'B', staleAfterDays: 7 },
    { title: 'B', opened: null, description: null, principals: [], staleAfterDays: 7 },
  ],
  ['/issues/new', { title: 'A' }, { title: 'B', parent: 'territory' }, { ...ISSUE, title: 'B', parent: 'territory' }],
  ['/propositions/new', { issue: 'territory', text: 'A' }, { issue: 'guarantees', text: 'A' }, { issue: 'guarantees', text: 'A' }],
  ['/parties/new', { name: 'A', kind: 'bloc' }, { name: 'A', kind: 'group' }, { name: 'A', kind: 'group', aliases: [] }],
  ['/persons/anew', { name: 'A' }, { name: 'A', party: 'russia' }, { name: 'A', party: 'russia', role: null, aliases: [] }],
  ['/plans/new', { title: 'A' }, { title: 'A', aliases: ['B'] }, { title: 'A', aliases: ['B'] }],
  ['/meetings/new', { title: 'A' }, { title: 'B' }, { title: 'B', aliases: [] }],
  ['/sources/new', { published: '2026-01-01' }, { published: '2026-01-02', url: 'u' }, { url: 'u', publisher: null, notes: [] }],
];

it.each(KINDS)('PUT of %s: created, unchanged, changed, and every version kept', async (path, first, second, stored) => {
  const n = path === '' ? '/other-talks' : '/talks';
  const url = `/v1/admin/negotiations${n}${path}`;
  const created = await service
    .put(n + path, first)
    .expect(201)
    .expect('location', url);
  expect(created.body).toMatchObject({ outcome: 'created', recordedAt: '2026-03-01T12:00:00.000Z', projected: true });
  expect(created.headers.etag).toBe(`"${created.body.revision}"`);
  expect(await service.head()).toBe(created.body.position);

  const unchanged = await service.put(n + path, first).expect(200);
  expect(unchanged.body).toEqual({ ...created.body, outcome: 'unchanged' });
  expect(await service.head()).toBe(created.body.position);

  const changed = await service.put(n + path, second, { 'if-match': `"${created.body.revision}"` }).expect(200);
  expect(changed.body.outcome).toBe('changed');
  const got = await service.get(n + path).expect(200);
  expect(got.headers.etag).toBe(`"${changed.body.revision}"`);
  expect(got.body).toMatchObject(stored);

  const { body } = await service.get(`${n}${path}/history`).expect(200);
  expect(body.items.map(({ position, postedBy }) => [position, postedBy as string])).toEqual([
    [created.body.position, 'tester'],
    [changed.body.position, 'tester'],
  ]);
  expect(body.items[1]?.entry).toEqual(got.body);
});

it.each(KINDS.map(([path]) => path))('PUT of %s honours If-Match and If-None-Match: *', async (path) => {
  const n = path === '' ? '/other-talks' : '/talks';
  const { body, headers } = await service.get(n + path);
  const before = await service.head();
  const stale = await service.put(n + path, body, { 'if-match': '"999"' }).expect(412);
  expect(stale.body.code).toBe('stale-revision');
  await service.put(n + path, body, { 'if-match': `W/${String(headers.etag)}` }).expect(412);
  await service.put(n + path, body, { 'if-none-match': '*' }).expect(412);
  await service.put(n + path, body, { 'if-match': `"999", ${String(headers.etag)}` }).expect(200);
  await service.put(n + path, body, { 'if-match': '*' }).expect(200);
  expect(await service.head()).toBe(before);
});

it('If-Match on what does not exist is stale, If-None-Match: * creates it', async () => {
  await service.put('/talks/plans/conditional', { title: 'A' }, { 'if-match': '*' }).expect(412);
  await service.get('/talks/plans/conditional').expect(404);
  await service.put('/talks/plans/conditional', { title: 'A' }, { 'if-none-match': '*' }).expect(201);
});

it('refuses to move a proposition to another issue once a report uses it, in its conditions too', async () => {
  const data = { party: 'russia', proposition: 'cede-donbas', modality: 'demands', conditions: [{ text: 'If', proposition: 'us-troops' }] };
  await service.post('/talks/reports', { type: 'PositionStated', source: { id: 'times' }, summary: 'S', data }).expect(201);
  for (const id of ['cede-donbas', 'us-troops']) {
    const { body } = await service.put(`/talks/propositions/${id}`, { issue: 'administration', text: 'Other.' }).expect(409);
    expect(body).toMatchObject({ code: 'in-use', errors: [{ pointer: '#/issue', code: 'in-use' }] });
  }
  await service.put('/talks/propositions/cede-donbas', { issue: 'territory', text: 'Other words.' }).expect(200);
});

it('keeps parties and persons apart, and issues a tree', async () => {
  expect((await service.put('/talks/persons/russia', { name: 'R' }).expect(409)).body.code).toBe('id-in-use');
  expect((await service.put('/talks/parties/putin', { name: 'P', kind: 'state' }).expect(409)).body.code).toBe('id-in-use');
  const { body } = await service.put('/talks/issues/territory', { title: 'T', parent: 'administration' }).expect(422);
  expect(body.errors).toEqual([expect.objectContaining({ pointer: '#/parent', code: 'cycle' })]);
});

it.each(['/Talks', '/talks.2', '/-talks', `/${'a'.repeat(81)}`, '/talks/plans/Plan', '/talks/plans/a_b', '/talks/plans/%2E'])(
  'refuses the id in %s',
  async (path) => {
    const before = await service.head();
    const { body } = await service.put(path, { title: 'A' }).expect(422);
    expect(pointers(body)).toEqual(['#/id']);
    expect(await service.head()).toBe(before);
  },
);

it('lets principals of a negotiation be defined later, those of an issue not', async () => {
  await service.put('/early', { title: 'E', principals: ['a', 'b'] }).expect(201);
  const { body } = await service.put('/early/issues/i', { title: 'I', principals: ['a'] }).expect(422);
  expect(pointers(body)).toEqual(['#/principals/0']);
});
