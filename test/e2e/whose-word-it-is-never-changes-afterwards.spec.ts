import type { Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const { id, ...STATED } = { ...REPORTS.PositionStated, data: { party: 'russia', proposition: 'cede-donbas', modality: 'demands' } };
const stanceOfRussia = async (n: string): Promise<Json | undefined> =>
  (await service.read(`${n}/stances?party=russia&proposition=cede-donbas`).expect(200)).body.items[0];

it('a person who moves to another party leaves own words own words, and so does the correction of a typo after that', async () => {
  const n = await aNegotiation(service, 'moved');
  await service.post(`${n}/reports`, { id, ...STATED }).expect(201);
  const before = await stanceOfRussia(n);
  expect(before).toMatchObject({ voice: 'own', by: ['putin'], form: 'direct-quote', source: 'times' });
  await service.put(`${n}/persons/putin`, { name: 'Vladimir Putin', party: 'ukraine' }).expect(200);
  expect(await stanceOfRussia(n)).toEqual(before);
  const correction = { reason: 'coding', note: 'a typo', report: { ...STATED, summary: 'Without the typo.' } };
  await service.post(`${n}/reports/${id}/corrections`, correction, { 'if-match': '"0"' }).expect(201);
  expect(await stanceOfRussia(n)).toEqual(before);
});

it('whoever is given as the speaker speaks for the party of the report, though registered with another one', async () => {
  const n = await aNegotiation(service, 'speaker');
  const body = { ...STATED, claim: { by: ['witkoff'] }, data: { ...STATED.data, speaker: 'witkoff' } };
  await service.post(`${n}/reports`, { id, ...body }).expect(201);
  expect(await stanceOfRussia(n)).toMatchObject({ voice: 'own', by: ['witkoff'] });
});

it('the same words without a speaker are those of somebody else', async () => {
  const n = await aNegotiation(service, 'claim');
  await service.post(`${n}/reports`, { id, ...STATED, claim: { by: ['witkoff'] } }).expect(201);
  expect(await stanceOfRussia(n)).toMatchObject({ voice: 'other', by: ['witkoff'] });
});
