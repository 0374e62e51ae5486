import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

const READS = [
  '',
  '/talks',
  '/talks/issues?limit=2',
  '/talks/issues?stale=true&on=2026-01-31',
  '/talks/issues/territory',
  '/talks/issues/territory?certainty=certain&asOf=2026-01-05',
  '/talks/issues/territory?without=source:post&voice=own,source',
  '/talks/matrix?issue=territory&issue=guarantees',
  '/talks/stances?party=russia',
  '/talks/search?q=selenskyj',
  '/talks/search?q=reported&type=PositionStated',
  '/talks/plans',
  '/talks/plans/plan-28?knownBy=2026-02-01',
  '/talks/meetings?status=held',
  '/talks/meetings/geneva?on=2026-01-31',
  '/talks/reports?axis=recorded&from=2026-03-01&limit=3',
  '/talks/reports?q=AS%20re&party=russia',
  '/talks/reports/russia-demands',
  '/talks/reports/russia-demands/history',
  '/talks/parties?limit=1',
  '/talks/parties/russia',
  '/talks/persons',
  '/talks/persons/witkoff?recordedBy=2026-03-01',
  '/talks/sources/times',
  '/talks/propositions',
  '/talks/changes?axis=published',
];

it('Content-Location gives the same bytes after whatever is posted later', async () => {
  const cited = [];
  for (const path of READS) {
    const { text, headers } = await service.read(path).expect(200);
    const location = headers['content-location'] ?? '';
    // On the published axis `to` moves asOf.
    expect(location).toMatch(/[?&](asOf|to)=\d{4}-\d\d-\d\d&/);
    expect(location).toMatch(/[?&]recordedBy=@\d+/);
    expect(location).toMatch(/[?&]certainty=/);
    cited.push({ location, text, etag: headers.etag });
  }
  service.clock.set('2026-05-01T00:00:00.000Z');
  await service.put('/talks', { title: 'Other title', principals: [] }).expect(200);
  await service.put('/talks/sources/times', { published: '2026-01-20' }).expect(200);
  await service.put('/talks/persons/witkoff', { name: 'Changed', party: 'russia' }).expect(200);
  await service.put('/talks/issues/territory', { title: 'Changed' }).expect(200);
  await service.post('/talks/reports/attack/links', { kind: 'same-as', to: 'geneva-moved' }).expect(201);
  await service.post('/talks/reports/attack/retraction', { reason: 'coding', note: 'n' }, { 'if-match': '"1"' }).expect(201);
  await service.post('/talks/sources/post/withdrawal', { reason: 'coding', note: 'n' }, { 'if-match': '"0"' }).expect(201);
  await service.post('/talks/reports', { ...REPORTS.PositionStated, id: 'later' }).expect(201);
  await service.restart();
  for (const { location, text, etag } of cited) {
    const again = await service.http.get(location).expect(200);
    expect(again.text).toBe(text);
    expect(again.headers.etag).toBe(etag);
    expect(again.headers['content-location']).toBe(location);
    expect(again.headers['cache-control']).toMatch(location.includes('asOf=') ? /max-age=86400/ : /no-cache/);
  }
});

it('a refusal with D and R given never changes either: it suggests nothing that is recorded later', async () => {
  const refused = ['/talks/issues/teritory', '/talks/reports/attac', '/talks/parties/rusia', '/tals/issues', '/talks/stances?party=rusia'];
  const point = `asOf=2026-01-31&recordedBy=@${await service.head()}`;
  const ask = async (path: string) => (await service.read(`${path}${path.includes('?') ? '&' : '?'}${point}`)).text;
  const before = [];
  for (const path of refused) before.push(await ask(path));
  await service.put('/talks/issues/teritor', { title: 'Nearer' }).expect(201);
  await service.put('/talks/parties/rusi', { name: 'Nearer', kind: 'state' }).expect(201);
  await service.put('/tal', { title: 'Nearer' }).expect(201);
  await service.post('/talks/reports', { ...REPORTS.ContextReported, id: 'atta' }).expect(201);
  for (const [i, path] of refused.entries()) expect(await ask(path)).toBe(before[i]);
  expect((await service.read('/talks/issues/teritory').expect(404)).body.errors[0]?.suggestions).toContain('teritor');
});

it.each(READS)('%s has an ETag, answers 304 to it, and is not cached unless D and R are given', async (path) => {
  const first = await service
    .read(path)
    .expect(200)
    .expect('content-type', /^application\/json/);
  const etag = first.headers.etag ?? '';
  expect(etag).toMatch(path.endsWith('/history') ? /^"\d+"$/ : /^W\/"[\w-]{43}"$/);
  expect(first.headers['cache-control']).toBe('no-cache');
  for (const tags of [etag, etag.replace(/^(W\/)?/, 'W/'), etag.replace(/^W\//, ''), `"other", ${etag}`, '*']) {
    const same = await service.read(path, { 'if-none-match': tags }).expect(304);
    expect(same.text).toBe('');
    expect(same.headers.etag).toBe(etag);
  }
  await service.read(path, { 'if-none-match': '"other"' }).expect(200);
});

it('is cached for a day only where both asOf and a position are given', async () => {
  const cache = async (query: string) => (await service.read(`/talks/issues?${query}`)).headers['cache-control'];
  expect(await cache('asOf=2026-01-01&recordedBy=@20')).toMatch(/max-age=86400/);
  expect(await cache('asOf=2026-01-01&recordedBy=2026-03-01')).toBe('no-cache');
  expect(await cache('asOf=2026-01-01')).toBe('no-cache');
  expect(await cache('recordedBy=@20')).toBe('no-cache');
  expect(await cache('knownBy=2026-01-01&recordedBy=@20')).toBe('no-cache');
});

it('an answer changes its ETag with its content', async () => {
  const before = await service.read('/talks/plans').expect(200);
  await service.put('/talks/plans/plan-20', { title: 'Renamed' }).expect(200);
  const after = await service.read('/talks/plans').expect(200);
  expect(after.headers.etag).not.toBe(before.headers.etag);
});

it('an answer keeps its ETag while what is recorded does not change it, and a client that has it is told so', async () => {
  const paths = [
    '/talks/issues/territory',
    '/talks/issues?limit=1',
    '/talks/stances?party=ukraine',
    '/talks/plans?limit=1',
    '/talks/parties/russia',
  ];
  const along = '/talks/changes?axis=recorded&from=@1&issue=territory';
  const before = [];
  for (const path of [...paths, along]) before.push(await service.read(path).expect(200));
  await service.put('/talks/meetings/later', { title: 'Later' }).expect(201);
  for (const [i, path] of [...paths, along].entries()) {
    const etag = before[i]?.headers.etag ?? '';
    const after = await service.read(path).expect(200);
    expect([path, after.headers.etag]).toEqual([path, etag]);
    expect(after.body.at.recordedBy).not.toBe(before[i]?.body.at.recordedBy);
    expect((await service.read(path, { 'if-none-match': etag }).expect(304)).headers.etag).toBe(etag);
  }
  const [, list] = before;
  await service.put('/talks/issues/anew', { title: 'Anew' }).expect(201);
  expect((await service.read('/talks/issues?limit=1').expect(200)).headers.etag).not.toBe(list?.headers.etag);
});
