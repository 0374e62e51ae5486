import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  for (const [id, modality, until] of [
    ['for-a-week', 'accepts', '2026-01-12'],
    ['for-two-weeks', 'supports', '2026-01-19'],
  ] as const) {
    const data = { party: 'united-states', speaker: 'united-states', proposition: 'cede-donbas', modality, until };
    const said = { ...REPORTS.PositionStated, id, occurred: '2026-01-05', claim: undefined, data };
    await service.post('/talks/reports', said).expect(201);
  }
});
afterAll(() => service.stop());

const expiredOn = async (day: string, query = '') =>
  (await service.read(`/talks/stances/expired?asOf=${day}${query}`).expect(200)).body.items;

it('while one statement holds there is a stance, and behind the last one the strongest that was made', async () => {
  expect(await expiredOn('2026-01-13')).toEqual([]);
  const { body } = await service.read('/talks/stances?party=united-states&proposition=cede-donbas&asOf=2026-01-13').expect(200);
  expect(body.items).toMatchObject([{ modality: 'supports' }]);
  expect(await expiredOn('2026-01-20')).toMatchObject([
    {
      party: 'united-states',
      target: { proposition: 'cede-donbas', issue: 'territory' },
      expired: { report: 'for-two-weeks', modality: 'supports', voice: 'own' },
      until: '2026-01-19',
      evidence: ['for-two-weeks'],
    },
  ]);
});

it('is asked for by party, issue, proposition and plan, and of nothing that is not there', async () => {
  expect(await expiredOn('2026-01-20', '&issue=territory&party=united-states')).toHaveLength(1);
  expect(await expiredOn('2026-01-20', '&issue=guarantees')).toEqual([]);
  expect(await expiredOn('2026-01-20', '&party=russia')).toEqual([]);
  expect(await expiredOn('2026-01-20', '&plan=plan-28')).toEqual([]);
  expect(pointers((await service.read('/talks/stances/expired?issue=teritory').expect(400)).body)).toEqual(['issue']);
});
