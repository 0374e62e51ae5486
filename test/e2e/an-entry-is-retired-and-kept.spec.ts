import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

it.each([
  '',
  '/issues/administration',
  '/propositions/free-zone',
  '/parties/united-states',
  '/persons/witkoff',
  '/plans/plan-20',
  '/meetings/paris',
  '/sources/post',
])('the entry %s is marked, and in use again', async (path) => {
  const url = `/talks${path}`;
  const { body: before } = await service.get(url).expect(200);
  expect(before).not.toHaveProperty('retired');
  expect((await service.put(url, { ...before, retired: false }).expect(200)).body.outcome).toBe('unchanged');
  const { body: retired } = await service.patch(url, { retired: true }).expect(200);
  expect(retired.outcome).toBe('changed');
  expect((await service.get(url).expect(200)).body).toEqual({ ...before, retired: true });
  await service.patch(url, { retired: 1 }).expect(422);

  expect((await service.put(url, before).expect(200)).body.outcome).toBe('changed');
  expect((await service.get(url).expect(200)).body).toEqual(before);
});

it('reads mark it from then on, what names it is still taken, and an export keeps it', async () => {
  const earlier = await service.head();
  await service.patch('/talks/parties/russia', { retired: true }).expect(200);
  await service.patch('/talks/sources/times', { retired: true }).expect(200);
  await service.post('/talks/reports', REPORTS.PositionStated).expect(201);

  const shown = async (at: string): Promise<unknown[]> =>
    Promise.all(
      ['/parties/russia', '/sources/times'].map(
        async (path) => (await service.read(`/talks${path}${at}`).expect(200)).body.retired as unknown,
      ),
    );
  expect(await shown('')).toEqual([true, true]);
  expect(await shown(`?recordedBy=@${earlier}`)).toEqual([undefined, undefined]);

  const lines = await service.exported('talks');
  // Of a person an export gives each version.
  expect(lines.filter(({ entry, retired }) => entry !== 'person' && retired === true).map(({ id }) => id)).toEqual(['russia', 'times']);
  const other = await startTestService();
  expect((await other.importLines('talks', lines)).at(-1)?.summary).toMatchObject({ rejected: 0 });
  expect((await other.read('/talks/parties/russia').expect(200)).body.retired as unknown).toBe(true);
  await other.stop();
});
