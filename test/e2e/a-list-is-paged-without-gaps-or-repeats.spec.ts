import { type Json, pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await aNegotiation(service, 'other');
  await postReports(service);
});
afterAll(() => service.stop());

const LISTS = [
  '',
  '/talks/issues',
  '/talks/stances',
  '/talks/plans',
  '/talks/meetings',
  '/talks/reports',
  '/talks/reports?axis=published',
  '/talks/reports?axis=recorded&from=@20',
  '/talks/reports?issue=territory',
  '/talks/parties',
  '/talks/persons',
  '/talks/sources',
  '/talks/propositions',
];

it.each(LISTS)('%s: next leads through all items, as they were at the start', async (path) => {
  const all = (await service.read(path).expect(200)).body;
  expect(all.next).toBeNull();
  expect(all.items.length).toBeGreaterThan(1);
  const seen: Json[] = [];
  let url = `/v1/negotiations${path}${path.includes('?') ? '&' : '?'}limit=1`;
  for (let round = 0; url !== ''; round += 1) {
    const page = await service.http.get(url).expect(200);
    expect(page.body.at).toEqual(all.at);
    expect(page.body.items).toHaveLength(1);
    seen.push(...page.body.items);
    url = page.body.next ?? '';
    expect(page.headers.link).toBe(url === '' ? undefined : `<${url}>; rel="next"`);
    if (url !== '') expect(url).toMatch(/asOf=.*recordedBy=@\d+.*cursor=/);
    if (round === 0) await somethingHappens();
    expect(round).toBeLessThan(all.items.length);
  }
  expect(seen).toEqual(all.items);
});

/** What comes meanwhile, and the day that passes, are on no later page. */
async function somethingHappens(): Promise<void> {
  const { id: _, ...report } = REPORTS.ContextReported;
  await service.post('/talks/reports', report).expect(201);
  service.clock.forward(86_400_000);
}

it('shows 50 items where no limit is given, and at most 500', async () => {
  const lines = Array.from({ length: 501 }, (_, i) => ({ entry: 'source', id: `s${String(i)}`, published: '2026' }));
  await service.importLines('other', lines);
  const length = async (query: string): Promise<number> => (await service.read(`/other/sources${query}`).expect(200)).body.items.length;
  expect(await length('')).toBe(50);
  expect(await length('?limit=500')).toBe(500);
  for (const limit of ['0', '501', '-1', '1.5', '1e2', '', '050', 'all']) {
    expect(pointers((await service.read(`/other/sources?limit=${limit}`).expect(400)).body)).toEqual(['limit']);
  }
});

it('refuses a cursor that is none of the list', async () => {
  const { body } = await service.read('/talks/parties?limit=1').expect(200);
  const cursor = new URL(body.next ?? '', service.url).searchParams.get('cursor') ?? '';
  for (const bad of ['zzz', '', '%00', `${cursor}=`, cursor.slice(1), 'a'.repeat(2000)]) {
    expect(pointers((await service.read(`/talks/parties?cursor=${bad}`).expect(400)).body)).toEqual(['cursor']);
  }
  await service.read(`/talks/sources?cursor=${cursor}`).expect(400);
});
