import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
let head: string;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  service.clock.set('2026-03-02T10:00:00.000Z');
  await postReports(service);
  service.clock.set('2026-03-05T10:00:00.000Z');
  head = await service.head();
});
afterAll(() => service.stop());

const at = async (query: string) => (await service.read(`/talks/issues/territory${query}`).expect(200)).body.at;

it('left out they are today, no limit and the head', async () => {
  expect(await at('')).toEqual({ asOf: '2026-03-05', knownBy: null, recordedBy: `@${head}`, certainty: 'any' });
});

it('on= is short for asOf and knownBy', async () => {
  const day = { asOf: '2026-01-06', knownBy: '2026-01-06', recordedBy: `@${head}`, certainty: 'certain' };
  expect(await at('?on=2026-01-06&certainty=certain')).toEqual(day);
  expect(await at('?asOf=2026-01-06&knownBy=2026-01-06&certainty=certain')).toEqual(day);
});

it('recordedBy is a day, an instant or a position, and tells the position', async () => {
  const registered = '@19';
  expect((await at('?recordedBy=2026-03-01')).recordedBy).toBe(registered);
  expect((await at('?recordedBy=2026-03-02')).recordedBy).toBe(`@${head}`);
  expect((await at('?recordedBy=2026-03-02T09:59:59.999Z')).recordedBy).toBe(registered);
  expect((await at('?recordedBy=2026-03-02T10:00:00Z')).recordedBy).toBe(`@${head}`);
  expect((await at('?recordedBy=@20')).recordedBy).toBe('@20');
});

it('a recordedBy not yet past means the head', async () => {
  for (const notPast of ['2026-03-05', '2026-03-06', '9999-12-31', '2026-03-05T10:00:00Z', '2030-01-01T00:00:00.5Z']) {
    expect((await at(`?recordedBy=${notPast}`)).recordedBy).toBe(`@${head}`);
  }
});

it('before anything was recorded there is no negotiation', async () => {
  const { body } = await service.read('/talks?recordedBy=2026-02-28').expect(404);
  expect(body.code).toBe('not-found');
  const list = await service.read('?recordedBy=2026-02-28').expect(200);
  expect(list.body).toMatchObject({ at: { recordedBy: '@0' }, items: [], next: null });
});

it('a position that is not reached is waited for up to a second, then 503', async () => {
  const start = performance.now();
  const { body } = await service
    .read(`/talks?recordedBy=@${String(BigInt(head) + 1n)}`)
    .expect(503)
    .expect('retry-after', /^\d+$/);
  expect(body.code).toBe('position-not-reached');
  expect(performance.now() - start).toBeGreaterThan(900);
  expect(performance.now() - start).toBeLessThan(2_500);
});

it.each([
  ['recordedBy', '/talks/export?recordedBy=@900'],
  ['to', '/talks/reports?axis=recorded&to=@900'],
  ['to', '/talks/changes?axis=recorded&to=@900'],
  ['from', '/talks/replay?axis=recorded&from=@900'],
  ['Last-Event-ID', '/talks/replay?axis=recorded'],
])('a position that is not reached is told by what says it: %s of %s', async (parameter, path) => {
  const { body } = await service.read(path, { accept: 'text/event-stream', 'last-event-id': '900' }).expect(503);
  expect(body.errors).toMatchObject([{ parameter, code: 'position-not-reached' }]);
});

it('a position that is reached while it is waited for is answered', async () => {
  const next = String(BigInt(await service.head()) + 1n);
  const waiting = Promise.resolve(service.read(`/talks/reports/late?recordedBy=@${next}`));
  const { body } = await service.post('/talks/reports', { ...REPORTS.ContextReported, id: 'late' }).expect(201);
  expect(body.position).toBe(next);
  expect((await waiting).status).toBe(200);
  head = next;
});

const BAD: [query: string, parameters: string[]][] = [
  ['on=2026-01-01&asOf=2026-01-01', ['on']],
  ['on=2026-01-01&knownBy=2026-01-02&foo=1&certainty=x', ['certainty', 'foo', 'on']],
  ['asOf=2026-02-29', ['asOf']],
  ['asOf=2026-1-1&knownBy=yesterday&recordedBy=@-1', ['asOf', 'knownBy', 'recordedBy']],
  ['asOf=', ['asOf']],
  ['asOf=2026-01-01&asOf=2026-01-02', ['asOf']],
  ['recordedBy=@', ['recordedBy']],
  ['recordedBy=@99999999999999999999', ['recordedBy']],
  ['recordedBy=2026-01-01T10:00:00', ['recordedBy']],
  ['recordedBy=2026-01-01T24:00:00Z', ['recordedBy']],
  ['recordedBy=2026-01-01T10:00:00%2B01:00', ['recordedBy']],
  ['recordedBy=2026-02-30T10:00:00Z', ['recordedBy']],
  ['asof=2026-01-01&__proto__=1&constructor=2', ['__proto__', 'asof', 'constructor']],
  ['asOf=%zz', ['asOf']],
];

it.each(BAD)('?%s is 400 and names the parameters', async (query, parameters) => {
  for (const path of ['/talks', '/talks/issues', '/talks/issues/territory', '/talks/reports', '/talks/persons/putin']) {
    const { body } = await service
      .read(`${path}?${query}`)
      .expect(400)
      .expect('content-type', /^application\/problem\+json/);
    expect(body.code).toBe('invalid-query');
    expect(pointers(body).toSorted()).toEqual(parameters);
  }
});

it('a route without parameters refuses all, so that a dry run asked for in vain writes nothing', async () => {
  const before = await service.head();
  const { body } = await service.post('/talks/reports?dryRun=true', REPORTS.ContextReported).expect(400);
  expect(pointers(body)).toEqual(['dryRun']);
  await service.put('/talks/plans/p?dryRun=true', { title: 'T' }).expect(400);
  await service.post('/talks/import?dryrun=true', []).expect(400);
  await service.get('/talks/plans/plan-28?asOf=2026-01-01').expect(400);
  expect(await service.head()).toBe(before);
});
