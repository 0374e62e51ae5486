import type { Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  const whole = {
    plan: 'plan-28',
    by: ['united-states'],
    pointCount: 28,
    points: [
      { number: 1, text: 'Sovereignty', propositions: ['us-troops'] },
      { number: 2, text: 'Donbas', propositions: ['cede-donbas'] },
      { text: 'a lasting peace' },
    ],
  };
  const citing = { plan: 'plan-28', by: ['putin'], points: [{ number: 1, text: 'Sovereignty of Ukraine', propositions: ['us-troops'] }] };
  await tell('whole', 'times', whole);
  await tell('citing', 'post', citing);
});
afterAll(() => service.stop());

const tell = async (id: string, source: string, data: object) =>
  service.post('/talks/reports', { id, type: 'PlanTabled', source: { id: source }, summary: `The plan by ${id}.`, data }).expect(201);
const read = async (path: string): Promise<Json> => (await service.read(`/talks/${path}`).expect(200)).body;

const SOVEREIGNTY = { number: 1, text: 'Sovereignty of Ukraine', propositions: ['us-troops'], evidence: ['citing', 'whole'] };
const DONBAS = { number: 2, text: 'Donbas', propositions: ['cede-donbas'], evidence: ['whole'] };

it('the plan has the points of both, each told as the latest tells it, with all that give it', async () => {
  const peace = { number: null, text: 'a lasting peace', propositions: [], evidence: ['whole'] };
  expect((await read('plans/plan-28')).points).toEqual([SOVEREIGNTY, DONBAS, peace]);
});

it('each issue has the points that touch it', async () => {
  expect((await read('issues/territory')).plans).toEqual([
    { id: 'plan-28', title: '28 points', status: 'current', certainty: 'certain', points: [DONBAS], evidence: ['citing', 'whole'] },
  ]);
  expect((await read('issues/guarantees')).plans).toMatchObject([{ id: 'plan-28', points: [SOVEREIGNTY] }]);
});

it('whose plan it is and how many points it has is every different word with who says so', async () => {
  expect(await read('plans/plan-28')).toMatchObject({
    by: [
      { value: ['putin'], evidence: ['citing'] },
      { value: ['united-states'], evidence: ['whole'] },
    ],
    pointCount: [{ value: 28, evidence: ['whole'] }],
  });
});
