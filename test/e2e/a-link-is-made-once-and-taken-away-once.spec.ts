import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  for (const report of [REPORTS.PositionStated, REPORTS.ContextReported]) await service.post('/talks/reports', report).expect(201);
});
afterAll(() => service.stop());

const LINKS = '/talks/reports/attack/links';

it('each kind is made, repeated, shown, taken away, and not there any more', async () => {
  for (const kind of ['same-as', 'contradicts', 'corroborates']) {
    const link = { kind, to: 'russia-demands' };
    const made = await service.post(LINKS, link).expect(201);
    expect(made.headers.etag).toBe(`"${made.body.revision}"`);
    await service.post(LINKS, link).expect(200);
    expect(await service.head()).toBe(made.body.position);
    const shown = await service.read('/talks/reports/attack').expect(200);
    expect(shown.body.links).toEqual([expect.objectContaining(link)]);
    const taken = await service.delete(`${LINKS}/${kind}/russia-demands`).expect(200);
    expect(taken.body).toMatchObject({ outcome: 'changed', projected: true });
    expect((await service.delete(`${LINKS}/${kind}/russia-demands`).expect(404)).body.code).toBe('not-found');
    expect((await service.read('/talks/reports/attack')).body.links).toEqual([]);
    const earlier = await service.read(`/talks/reports/attack?recordedBy=@${made.body.position}`).expect(200);
    expect(earlier.body.links).toHaveLength(1);
  }
});

it('refuses unknown kinds, unknown reports and itself', async () => {
  const before = await service.head();
  const post = async (link: object) => pointers((await service.post(LINKS, link).expect(422)).body);
  expect(await post({ kind: 'like', to: 'Not An Id' })).toEqual(['#/kind', '#/to']);
  expect(await post({ kind: 'same-as', to: 'russia-demand' })).toEqual(['#/to']);
  expect(await post({ kind: 'same-as', to: 'attack' })).toEqual(['#/to']);
  await service.post('/talks/reports/none/links', { kind: 'same-as', to: 'attack' }).expect(404);
  await service.delete(`${LINKS}/like/russia-demands`).expect(404);
  expect(await service.head()).toBe(before);
});
