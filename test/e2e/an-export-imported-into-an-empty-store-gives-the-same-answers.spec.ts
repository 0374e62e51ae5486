import type { Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
let second: TestService;
beforeAll(async () => {
  [service, second] = [await startTestService(), await startTestService()];
  await aNegotiation(service);
  await aNegotiation(service, 'other');
  await postReports(service);
  await change();
});
afterAll(() => Promise.all([service.stop(), second.stop()]));

/** All that can happen to what was recorded. */
async function change(): Promise<void> {
  const position = REPORTS.PositionStated;
  const aide = {
    ...position,
    id: 'aide-before',
    claim: { by: ['witkoff'] },
    data: { party: 'united-states', proposition: 'us-troops', modality: 'rejects' },
  };
  await service.post('/talks/reports', aide).expect(201);
  await service.put('/talks/persons/witkoff', { name: 'Steve Witkoff', party: 'russia' }).expect(200);
  await service.post('/talks/reports', { ...aide, id: 'aide-after', data: { ...aide.data, modality: 'accepts' } }).expect(201);
  await service.put('/talks/sources/times', { published: '2026-01-06', publisher: 'The Times' }).expect(200);
  await service.put('/talks/issues/guarantees', { title: 'Guarantees', parent: 'territory' }).expect(200);
  await service.put('/talks', { title: 'Talks', principals: ['russia', 'ukraine'], staleAfterDays: 10 }).expect(200);
  const { id: _, ...content } = position;
  const correct = (revision: string, note: string, summary: string, more: object = { reason: 'coding' }) =>
    service
      .post('/talks/reports/russia-demands/corrections', { ...more, note, report: { ...content, summary } }, { 'if-match': revision })
      .expect(201);
  await correct('"0"', 'first', 'First.');
  await correct('"1"', 'erratum', 'Erratum.', { reason: 'source', published: '2026-02-01' });
  const removals: [path: string, body: object][] = [
    ['/reports/zone-signed/retraction', { reason: 'source', published: '2026-01-03' }],
    ['/reports/zone-signed/reinstatement', { reason: 'source', published: '2026-01-12' }],
    ['/reports/zone-signed/retraction', { reason: 'source', published: '2026-02-03' }],
    ['/reports/zone-signed/reinstatement', { reason: 'coding' }],
    ['/reports/zone-signed/retraction', { reason: 'source', published: '2026-02-03' }],
    ['/sources/post/withdrawal', { reason: 'coding' }],
    ['/sources/post/readmission', { reason: 'source', published: '2026-01-20' }],
    ['/sources/post/withdrawal', { reason: 'source', published: '2026-02-05' }],
  ];
  for (const [i, [path, body]] of removals.entries()) {
    const revision = removals.slice(0, i).filter(([other]) => other.split('/')[2] === path.split('/')[2]).length;
    await service.post(`/talks${path}`, { ...body, note: 'n' }, { 'if-match': `"${String(revision)}"` }).expect(201);
  }
  const links = '/talks/reports/attack/links';
  for (const kind of ['same-as', 'contradicts']) await service.post(links, { kind, to: 'geneva-moved' }).expect(201);
  await service.delete(`${links}/same-as/geneva-moved`).expect(200);
  await service.post(links, { kind: 'corroborates', to: 'aide-after' }).expect(201);
}

const READS = [
  '',
  '/issues',
  '/issues/territory',
  '/issues/administration',
  '/issues/guarantees',
  '/stances',
  '/meetings',
  '/plans',
  '/reports',
  '/reports?axis=published',
  '/reports?axis=recorded',
  '/reports/russia-demands/history',
  '/reports/zone-signed/history',
  '/parties',
  '/persons',
  '/sources',
  '/propositions',
  '/changes',
];
const POINTS = [
  '',
  'on=2026-01-05',
  'on=2026-01-13',
  'on=2026-01-31',
  'asOf=2026-02-28&knownBy=2026-02-02',
  'certainty=certain&knownBy=2026-02-04',
];

/** An answer without what depends on where and when it was recorded. */
function timeless(value: unknown): unknown {
  const own = ['at', 'position', 'recordedAt', 'recordedBy', 'revision', 'postedBy'];
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (own.includes(key) ? undefined : member)));
}

it.each(READS)('%s', async (path) => {
  await imported();
  for (const point of path === '/changes' ? POINTS.slice(0, 1) : POINTS) {
    const query = point === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${point}`;
    const [first, again] = [await service.read(`/talks${query}`), await second.read(`/talks${query}`)];
    expect(again.status).toBe(first.status);
    expect(timeless(again.body)).toEqual(timeless(first.body));
  }
});

let lines: Json[] | undefined;
async function imported(): Promise<Json[]> {
  if (lines) return lines;
  lines = await service.exported('talks');
  const answer = await second.importLines('talks', lines);
  expect(answer.at(-1)?.summary).toMatchObject({ unchanged: 0, rejected: 0 });
  return lines;
}

it('is the same export again', async () => {
  expect(await second.exported('talks')).toEqual(await imported());
});

it('imported again it changes no answer, and records nothing but the versions of persons', async () => {
  const exported = await imported();
  const before = await second.read('/talks/issues/guarantees');
  const answer = await second.importLines('talks', exported);
  const changed = answer.filter(({ outcome }) => outcome !== undefined && outcome !== 'unchanged');
  expect(changed.map(({ id, outcome }) => [id, outcome as string])).toEqual([
    ['witkoff', 'changed'],
    ['witkoff', 'changed'],
  ]);
  const after = await second.read('/talks/issues/guarantees');
  expect(timeless(after.body)).toEqual(timeless(before.body));
});

it('is as recorded by R', async () => {
  const early = await service.exported('talks', '?recordedBy=@20');
  expect(early.map(({ entry }) => entry as string)).not.toContain('report');
  await service.read('/talks/export?recordedBy=2026-01-01').expect(404);
  await service.read('/none/export').expect(404);
});

it('a correction that was made twice with another between is made twice again', async () => {
  const third = await startTestService();
  try {
    const { id: _, ...content } = REPORTS.ContextReported;
    const to = (summary: string, revision: string) =>
      service.post(
        '/other/reports/back/corrections',
        { reason: 'coding', note: 'n', report: { ...content, summary } },
        { 'if-match': revision },
      );
    await service.post('/other/reports', { ...content, id: 'back' }).expect(201);
    for (const [i, summary] of ['There.', 'Elsewhere.', 'There.'].entries()) await to(summary, `"${String(i)}"`).expect(201);
    await third.importLines('other', await service.exported('other'));
    const [first, again] = [await service.read('/other/reports/back'), await third.read('/other/reports/back')];
    expect(again.body.summary).toBe(first.body.summary);
  } finally {
    await third.stop();
  }
});
