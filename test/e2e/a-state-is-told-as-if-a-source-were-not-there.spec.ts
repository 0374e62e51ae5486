import { type Json, pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  const contrary = { party: 'russia', proposition: 'cede-donbas', modality: 'open-to' };
  const claimed = { ...REPORTS.PositionStated, id: 'claimed', source: { id: 'post' }, claim: { by: ['zelensky'] }, occurred: '2026-01-05' };
  await service.post('/talks/reports', { ...claimed, data: contrary }).expect(201);
});
afterAll(() => service.stop());

const read = async (path: string): Promise<Json> => (await service.read(`/talks/${path}`).expect(200)).body;
const said = ({ stances }: Json) => stances.map(({ party, modality }) => `${party as string} ${modality as string}`);

it('a state without a source rests on what the others report', async () => {
  const whole = await read('issues/territory');
  expect(said(whole)).toEqual(['russia demands', 'ukraine rejects']);
  expect(whole.at).not.toHaveProperty('without');
  const without = await read('issues/territory?without=source:times');
  expect(without.at).toMatchObject({ without: ['source:times'] });
  expect(said(without)).toEqual(['russia open-to']);
  expect(without).toMatchObject({ convergence: 'unknown', lastEvidence: { report: 'claimed' } });
  const empty = await read('issues/territory?without=source:times&without=source:post');
  expect(empty).toMatchObject({ stances: [], convergence: 'unknown', lastEvidence: null });
});

it('a state of some voices leaves out what others say, before all rules', async () => {
  const [contested] = (await read('stances?party=russia')).items;
  expect(contested?.contestedBy).toMatchObject([{ report: 'claimed', voice: 'other' }]);
  const own = await read('stances?party=russia&voice=own,source');
  expect(own.at).toMatchObject({ voice: ['own', 'source'] });
  expect(own.items).toMatchObject([{ modality: 'demands', contestedBy: [] }]);
  const hearsay = await read('matrix?issue=territory&voice=other');
  expect(hearsay.rows).toMatchObject([{ proposition: 'cede-donbas', verdict: null, cells: [{ party: 'russia', modality: 'open-to' }] }]);
  expect((await read('stances?voice=other&voice=own&without=source:post')).items).toEqual(
    (await read('stances?voice=own&without=source:post')).items,
  );
});

it('what is left out is named in the URL to cite, and gives the same answer again', async () => {
  const path = '/talks/matrix?issue=territory&voice=source,own&without=source:times&without=source:post';
  const { headers, text } = await service.read(path).expect(200);
  expect(headers['content-location']).toMatch(/&certainty=any&without=source:post&without=source:times&voice=own(,|%2C)source$/);
  const again = await service.http.get(headers['content-location'] ?? '').expect(200);
  expect(again.text).toBe(text);
  expect(again.headers.etag).toBe(headers.etag);
  const page = await read('stances?voice=own&limit=1');
  expect(page.next).toMatch(/&voice=own&cursor=/);
});

it.each([
  ['issues/territory?without=times', ['without']],
  ['issues/territory?without=source:tims', ['without']],
  ['issues/territory?voice=hearsay', ['voice']],
  ['stances?voice=own,&without=party:russia', ['voice', 'without']],
  ['reports?without=source:times', ['without']],
  ['meetings?voice=own', ['voice']],
])('%s is refused', async (path, parameters) => {
  expect(pointers((await service.read(`/talks/${path}`).expect(400)).body).toSorted()).toEqual(parameters);
});

it('an unknown source is told with near ones', async () => {
  const { body } = await service.read('/talks/issues/territory?without=source:tims').expect(400);
  expect(body.errors).toMatchObject([{ parameter: 'without', code: 'unknown-id', suggestions: ['times'] }]);
});
