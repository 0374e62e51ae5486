import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  for (const title of ['two', 'three', 'four', 'five']) {
    await service.put('/talks/issues/territory', { title }).expect(200);
    await service.put('/talks/sources/times', { published: '2026-01-05', headline: title }).expect(200);
    await service.patch('/talks', { description: title }).expect(200);
  }
});
afterAll(() => service.stop());

/** What each page tells. */
async function pages(path: string, what: string): Promise<unknown[][]> {
  const { body, headers } = await service.get(path).expect(200);
  const told = body.items.map(({ entry }) => (entry as Record<string, unknown>)[what]);
  const { next } = body;
  expect(headers.link).toBe(next === null ? undefined : `<${next}>; rel="next"`);
  return next === null ? [told] : [told, ...(await pages(next.slice(next.indexOf('/talks')), what))];
}

it.each([
  ['issues/territory', 'title', 'Territory'],
  ['sources/times', 'headline', 'Talks'],
  ['', 'description', null],
])('of %s: no version is left out, none comes twice', async (entry, what, first) => {
  const path = `/talks${entry && '/'}${entry}/history`;
  expect(await pages(`${path}?limit=2`, what)).toEqual([[first, 'two'], ['three', 'four'], ['five']]);
  expect(await pages(`${path}?limit=5`, what)).toEqual([[first, 'two', 'three', 'four', 'five']]);
  expect(await pages(path, what)).toEqual([[first, 'two', 'three', 'four', 'five']]);
});

it.each(['limit=0', 'limit=501', 'limit=x', 'cursor=x', 'cursor=-1', 'page=2'])('?%s is refused', async (query) => {
  expect((await service.get(`/talks/issues/territory/history?${query}`).expect(400)).body.code).toBe('invalid-query');
});

it('of what is not there it is 404', async () => {
  await service.get('/talks/issues/teritory/history?limit=2').expect(404);
});
