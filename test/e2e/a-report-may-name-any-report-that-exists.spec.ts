import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS, UKRAINE_REJECTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  await service.post('/talks/reports/russia-demands/retraction', { reason: 'coding', note: 'n' }, { 'if-match': '"0"' }).expect(201);
});
afterAll(() => service.stop());

const position = (id: string, previous: string) => {
  const data = { party: 'ukraine', proposition: 'cede-donbas', modality: 'objects', previous };
  return { ...UKRAINE_REJECTS, id, data };
};
const assessment = (id: string, resolves: string) => ({ ...REPORTS.AssessmentMade, id, data: { resolves } });

it.each([
  ['a previous one that is retracted, and of another party', position('names-retracted', 'russia-demands')],
  ['a previous one that states no position', position('names-context', 'attack')],
  ['a resolved one that is retracted', assessment('resolves-retracted', 'russia-demands')],
  ['a resolved one that is no blocker', assessment('resolves-meeting', 'paris-held')],
])('%s', async (_, report) => {
  await service.post('/talks/reports', report).expect(201);
});

it('but none that does not exist', async () => {
  expect(pointers((await service.post('/talks/reports', position('names-nothing', 'nothing')).expect(422)).body)).toEqual([
    '#/data/previous',
  ]);
  expect(pointers((await service.post('/talks/reports', assessment('resolves-nothing', 'nothing')).expect(422)).body)).toEqual([
    '#/data/resolves',
  ]);
});

it('nor itself before it is recorded', async () => {
  expect(pointers((await service.post('/talks/reports', position('itself', 'itself')).expect(422)).body)).toEqual(['#/data/previous']);
});
