import { ids, type Json, pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await service.put('/talks/parties/ukraine', { name: 'Ukraine', kind: 'state', names: { uk: 'Україна' }, aliases: ['Kyiv'] }).expect(200);
  await postReports(service);
  await service
    .post('/talks/reports', {
      ...REPORTS.ContextReported,
      id: 'winter',
      source: { id: 'post' },
      summary: 'Winter hits the power stations.',
    })
    .expect(201);
});
afterAll(() => service.stop());

const search = async (q: string, rest = ''): Promise<Json> =>
  (await service.read(`/talks/search?q=${encodeURIComponent(q)}${rest}`).expect(200)).body;
const found = async (q: string, rest = '') => ids(await search(q, rest));
const counts = (body: Json, facet: string) =>
  (body.facets[facet] as { value: string; count: number }[]).map(({ value, count }) => `${value} ${String(count)}`);

it('a person is found by an alias, and so are the reports that name the person', async () => {
  const body = await search('Selenskyj');
  expect(body.items[0]).toEqual({
    ...{ type: 'person', id: 'zelensky', title: 'Volodymyr Zelensky', matched: ['name'] },
    ...{ occurred: null, source: null, certainty: null },
  });
  expect(body.items.slice(1).every(({ matched }) => String(matched) === 'named')).toBe(true);
  expect(ids(body).slice(1)).toEqual(['ukraine-rejects', 'paris-held', 'zone-signed']);
  expect(body).toMatchObject({ found: 4, more: false });
});

it('a name in any language finds it, whole or by the beginnings of its words', async () => {
  expect((await found('україна'))[0]).toBe('ukraine');
  expect((await found('Kyi'))[0]).toBe('ukraine');
  expect((await found('28 poi'))[0]).toBe('plan-28');
});

it('reports are found by their summaries and by points of a plan, several words together', async () => {
  expect(await found('winter power')).toEqual(['winter']);
  expect(await found('winter summer')).toEqual([]);
  const donbas = await search('donbas');
  const tabled = donbas.items.find(({ id }) => id === 'plan-28-tabled');
  expect(tabled).toMatchObject({ type: 'PlanTabled', matched: ['points'], source: 'times', occurred: '2025-11-20', certainty: 'certain' });
  expect(ids(donbas).slice(0, 2)).toEqual(['free-zone', 'cede-donbas']);
});

it('facets count what the hits are of, and filters leave those of any of their values', async () => {
  const all = await search('reported');
  expect(all.found).toBe(11);
  expect(counts(all, 'source')).toEqual(['times 10', 'post 1']);
  expect(counts(all, 'type')).toContain('PositionStated 2');
  expect(counts(all, 'issue')).toEqual(['territory 4', 'guarantees 2', 'administration 1']);
  expect(await found('reported', '&source=post')).toEqual(['geneva-moved']);
  expect(await found('reported', '&type=PositionStated&type=ContextReported')).toEqual(['attack', 'ukraine-rejects', 'russia-demands']);
  expect(await found('reported', '&party=russia&type=PositionStated')).toEqual(['russia-demands']);
  expect(await found('reported', '&issue=administration')).toEqual(['zone-signed']);
  expect(await found('donbas', '&type=proposition&issue=territory')).toEqual(['cede-donbas']);
  expect(await found('volodymyr', '&party=ukraine&type=person')).toEqual(['zelensky']);
});

it('nothing is found that is not visible then, and text as it is in force', async () => {
  expect(await found('Selenskyj', '&on=2025-12-30')).toEqual([]);
  expect(await found('winter', '&on=2026-01-09')).toEqual([]);
  const correction = {
    reason: 'coding',
    note: 'n',
    report: { ...REPORTS.ContextReported, id: 'winter', source: { id: 'post' }, summary: 'Autumn hits.' },
  };
  const before = await service.head();
  await service.post('/talks/reports/winter/corrections', correction, { 'if-match': '"0"' }).expect(201);
  expect(await found('winter')).toEqual([]);
  expect(await found('autumn')).toEqual(['winter']);
  expect(await found('winter', `&recordedBy=@${before}`)).toEqual(['winter']);
  await service.put('/talks/meetings/paris', { title: 'Versailles' }).expect(200);
  expect(await found('paris', '&type=meeting')).toEqual([]);
  expect(await found('paris', `&type=meeting&recordedBy=@${before}`)).toEqual(['paris']);
});

it('pages hold each hit once, and are cited as any answer', async () => {
  const whole = await found('reported');
  const first = await service.read('/talks/search?q=reported&limit=4').expect(200);
  const second = await service.http.get(first.body.next ?? '').expect(200);
  const third = await service.http.get(second.body.next ?? '').expect(200);
  expect([first, second, third].flatMap(({ body }) => ids(body))).toEqual(whole);
  expect(third.body.next).toBeNull();
  const again = await service.http.get(first.headers['content-location'] ?? '').expect(200);
  expect(again.text).toBe(first.text);
});

it.each([
  ['search', ['q']],
  ['search?q=', ['q']],
  ['search?q=%21%3F', ['q']],
  ['search?q=a+b+c+d+e+f+g+h+i+j+k', ['q']],
  ['search?q=a&type=Rumour', ['type']],
  ['search?q=a&cursor=bm9uZQ', ['cursor']],
])('%s is refused', async (path, parameters) => {
  expect(pointers((await service.read(`/talks/${path}`).expect(400)).body)).toEqual(parameters);
});
