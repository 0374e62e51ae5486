import { ids, pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  const says = (id: string, occurred: string, data: object, rest: object = {}) =>
    service
      .post('/talks/reports', { ...REPORTS.PositionStated, id, occurred, claim: {}, ...rest, data: { party: 'russia', ...data } })
      .expect(201);
  await says('russia-accepted', '2025-12-01', { proposition: 'cede-donbas', modality: 'accepts' });
  await says('russia-softens', '2026-01-05', { proposition: 'cede-donbas', modality: 'open-to', previous: 'russia-demands' });
  await says('ukraine-claims', '2026-01-05', { proposition: 'cede-donbas', modality: 'red-line' }, { claim: { by: ['zelensky'] } });
  await says('for-a-day', '2025-12-05', { proposition: 'cede-donbas', modality: 'rejects', until: '2025-12-06' });
  await says('merely-named', '2026-01-05', {
    proposition: 'us-troops',
    modality: 'rejects',
    conditions: [{ text: 'if', proposition: 'cede-donbas' }],
  });
});
afterAll(() => service.stop());

const read = async (path: string) => (await service.read(`/talks/${path}`).expect(200)).body;
const said = async (query: string) =>
  (await read(`reports?${query}`)).items.map(({ id, statements }) =>
    (statements as { party: string; counts: string; decidedBy: string | null }[]).map(({ party, counts, decidedBy }) =>
      [id, party, counts, decidedBy].join(' '),
    ),
  );

it('each statement of a party on a proposition comes with how it counts, and by which report', async () => {
  expect((await said('proposition=cede-donbas&party=russia')).flat()).toEqual([
    'russia-accepted russia overtaken russia-softens',
    'for-a-day russia expired ',
    'russia-demands russia previous russia-softens',
    'russia-softens russia current ',
    'ukraine-claims russia contests russia-softens',
  ]);
  expect((await said('proposition=cede-donbas&party=russia&on=2026-01-06')).length).toBe(5);
});

it('what an answer says of the current one is what the stance says', async () => {
  const [stance] = (await read('stances?proposition=cede-donbas&party=russia')).items;
  const { items } = await read('reports?proposition=cede-donbas&party=russia&axis=recorded');
  const current = items.find(({ statements }) => statements[0].counts === 'current');
  const told = { proposition: 'cede-donbas', weight: 1, counts: 'current', decidedBy: null };
  expect(current?.statements).toHaveLength(1);
  expect({ ...stance, ...told }).toMatchObject(current?.statements[0] as object);
});

it('without a party those of all parties are listed, of an agreement each', async () => {
  expect(await said('proposition=free-zone')).toEqual([['zone-signed ukraine current ', 'zone-signed united-states current ']]);
  expect(await said('proposition=free-zone&party=ukraine')).toEqual([['zone-signed ukraine current ']]);
  expect((await said('proposition=cede-donbas&proposition=free-zone&party=ukraine&axis=recorded')).flat()).toEqual([
    'zone-signed ukraine current ',
    'ukraine-rejects ukraine current ',
  ]);
});

it('other filters, ranges and pages go together with it', async () => {
  expect(ids(await read('reports?proposition=cede-donbas&person=zelensky'))).toEqual(['ukraine-rejects', 'ukraine-claims']);
  expect(ids(await read('reports?proposition=cede-donbas&type=AgreementSigned'))).toEqual([]);
  expect(ids(await read('reports?proposition=cede-donbas&to=2025-12-05'))).toEqual(['russia-accepted', 'for-a-day']);
  await service.read('/talks/reports?proposition=no-such-thing').expect(400);
  const first = await read('reports?proposition=cede-donbas&party=russia&limit=2');
  const next = await service.http.get(first.next ?? '').expect(200);
  expect([...ids(first), ...ids(next.body)]).toEqual(['russia-accepted', 'for-a-day', 'russia-demands', 'russia-softens']);
  expect(first.next).toMatch(/\?limit=2&party=russia&proposition=cede-donbas&/);
});

it('without a proposition nothing is said of how statements count', async () => {
  for (const item of (await read('reports?party=russia')).items) expect(item).not.toHaveProperty('statements');
  expect(pointers((await service.read('/talks/reports?propositions=cede-donbas').expect(400)).body)).toEqual(['propositions']);
});
