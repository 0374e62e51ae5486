import { ids, pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  service.clock.set('2026-03-03T00:00:00.000Z');
  const late = { ...REPORTS.PositionStated, id: 'late', source: { id: 'post' }, occurred: '2025-11-10', summary: 'LATE ßtory' };
  await service.post('/talks/reports', late).expect(201);
  const contrary = { party: 'russia', proposition: 'cede-donbas', modality: 'open-to' };
  const claimed = { ...REPORTS.PositionStated, id: 'claimed', source: { id: 'post' }, claim: { by: ['zelensky'] }, data: contrary };
  await service.post('/talks/reports', claimed).expect(201);
});
afterAll(() => service.stop());

const shown = async (path: string) => ids((await service.read(`/talks/${path}`).expect(200)).body);
const stances = async (query: string) =>
  (await service.read(`/talks/stances?${query}`).expect(200)).body.items.map(
    ({ party, target }) => `${party as string} ${(target.proposition ?? target.plan) as string}`,
  );

it('stances by party, issue, proposition, plan and whether they are contested', async () => {
  const all = ['russia cede-donbas', 'ukraine cede-donbas', 'ukraine free-zone', 'united-states free-zone'];
  expect(await stances('')).toEqual(all);
  expect(await stances('party=ukraine')).toEqual(all.filter((one) => one.startsWith('ukraine')));
  expect(await stances('issue=territory')).toEqual(all.slice(0, 2));
  expect(await stances('issue=administration&party=ukraine')).toEqual(['ukraine free-zone']);
  expect(await stances('proposition=free-zone')).toEqual(all.slice(2));
  expect(await stances('plan=plan-28')).toEqual([]);
  expect(await stances('proposition=free-zone&plan=plan-28')).toEqual([]);
  expect(await stances('contested=true')).toEqual(['russia cede-donbas']);
  expect(await stances('contested=false')).toEqual(all.slice(1));
});

it('stances of several parties, issues and propositions', async () => {
  expect(await stances('party=russia&party=united-states')).toEqual(['russia cede-donbas', 'united-states free-zone']);
  expect(await stances('issue=administration&issue=territory&party=ukraine')).toEqual(['ukraine cede-donbas', 'ukraine free-zone']);
  expect(await stances('proposition=free-zone&proposition=cede-donbas')).toEqual(await stances(''));
});

it('meetings by several statuses, and by who takes part', async () => {
  expect(await shown('meetings?status=held&status=elapsed-unreported')).toEqual(['geneva', 'paris']);
  expect(await shown('meetings?person=zelensky')).toEqual(['paris']);
  expect(await shown('meetings?person=zelensky&person=witkoff')).toEqual(['paris']);
  expect(await shown('meetings?party=ukraine')).toEqual(['paris']);
  expect(await shown('meetings?party=russia&status=held')).toEqual(['paris']);
  expect(await shown('meetings?party=united-states')).toEqual(['geneva']);
  expect(await shown('meetings?party=united-states&person=zelensky')).toEqual([]);
});

it('entries of the registry that a report names which is visible then, or the others', async () => {
  expect(await shown('parties?visible=true&on=2026-01-04')).toEqual([]);
  expect(await shown('parties?visible=true')).toEqual(['russia', 'ukraine', 'united-states']);
  expect(await shown('persons?visible=true')).toEqual(['putin', 'witkoff', 'zelensky']);
  expect(await shown('persons?visible=true&asOf=2025-12-30')).toEqual(['putin', 'witkoff']);
  expect(await shown('persons?visible=false&asOf=2025-12-30')).toEqual(['zelensky']);
  expect(await shown('propositions?visible=true')).toEqual(['cede-donbas', 'free-zone']);
  expect(await shown('propositions?visible=false')).toEqual(['us-troops']);
  expect(await shown('sources?visible=true&on=2026-01-05')).toEqual(['times']);
  const first = (await service.read('/talks/persons?visible=true&limit=2').expect(200)).body;
  expect(ids((await service.http.get(first.next ?? '').expect(200)).body)).toEqual(['zelensky']);
});

it('meetings by status and by when they are', async () => {
  expect(await shown('meetings')).toEqual(['geneva', 'paris']);
  expect(await shown('meetings?status=held')).toEqual(['paris']);
  expect(await shown('meetings?status=elapsed-unreported')).toEqual(['geneva']);
  expect(await shown('meetings?status=moved&asOf=2026-01-20')).toEqual(['geneva']);
  expect(await shown('meetings?from=2026-01-05')).toEqual(['geneva']);
  expect(await shown('meetings?to=2026-01-04')).toEqual(['paris']);
  expect(await shown('meetings?from=2026-01-04&to=2026-01-25')).toEqual(['geneva', 'paris']);
});

it('reports by each filter', async () => {
  expect(await shown('reports?type=MeetingHeld')).toEqual(['paris-held']);
  expect(await shown('reports?source=post&type=PositionStated')).toEqual(['late', 'claimed']);
  expect(await shown('reports?meeting=geneva')).toEqual(['geneva-announced', 'geneva-moved']);
  expect(await shown('reports?plan=plan-28')).toEqual(['plan-28-tabled', 'plan-20-revised']);
  expect(await shown('reports?person=zelensky')).toEqual(['zone-signed', 'claimed', 'paris-held', 'ukraine-rejects']);
  expect(await shown('reports?party=united-states')).toEqual([
    'witkoff-appointed',
    'plan-28-tabled',
    'zone-signed',
    'ninety-per-cent',
    'geneva-announced',
  ]);
  expect(await shown('reports?issue=administration')).toEqual(['zone-signed']);
  expect(await shown('reports?q=lATE%20SSt')).toEqual([]);
  expect(await shown('reports?q=lATE%20%C3%9Ft')).toEqual(['late']);
  expect(await shown('reports?source=post&party=ukraine')).toEqual([]);
});

it('reports by several values of a filter', async () => {
  expect(await shown('reports?type=MeetingHeld&type=MeetingRevised')).toEqual(['paris-held', 'geneva-moved']);
  expect(await shown('reports?meeting=geneva&meeting=paris&axis=recorded')).toEqual(['geneva-announced', 'geneva-moved', 'paris-held']);
  expect(await shown('reports?plan=plan-28&plan=plan-20&party=ukraine')).toEqual(['plan-20-revised']);
});

it('reports in the order of each axis, from and to on it', async () => {
  expect(await shown('reports?issue=territory')).toEqual([
    'late',
    'plan-28-tabled',
    'russia-demands',
    'claimed',
    'ukraine-rejects',
    'attack',
  ]);
  expect(await shown('reports?issue=territory&to=2025-11-20')).toEqual(['late', 'plan-28-tabled']);
  expect(await shown('reports?issue=territory&from=2026-01-04&to=2026-01-04')).toEqual(['ukraine-rejects']);
  expect((await shown('reports?axis=published&issue=territory')).slice(-2)).toEqual(['late', 'claimed']);
  expect(await shown('reports?axis=published&from=2026-01-06')).toEqual(['late', 'claimed', 'geneva-moved']);
  expect(await shown('reports?axis=recorded&from=2026-03-02')).toEqual(['late', 'claimed']);
  expect(await shown('reports?axis=recorded&from=2026-03-01T12:00:00.001Z&to=@31')).toEqual(['late']);
  expect(await shown('reports?axis=recorded&from=@20&to=@21')).toEqual(['geneva-announced', 'geneva-moved']);
  expect((await shown('reports?axis=recorded&to=2026-03-02')).at(-1)).toBe('ukraine-rejects');
});

it.each([
  ['reports?axis=place', ['axis']],
  ['reports?from=@20', ['from']],
  ['reports?axis=published&to=2026-03-01T00:00:00Z', ['to']],
  ['reports?from=2026-02-02&to=2026-02-01', ['to']],
  ['reports?axis=recorded&from=@21&to=@20', ['to']],
  ['reports?type=Rumour', ['type']],
  ['meetings?status=over&from=@1', ['from', 'status']],
  ['stances?contested=yes', ['contested']],
  ['stances?movement=up&movement=reversed', ['movement']],
  ['meetings?status=held&status=over', ['status']],
  ['parties?visible=1', ['visible']],
  ['reports?q=a&q=b', ['q']],
  ['issues?stale=1', ['stale']],
  ['export?asOf=2026-01-01', ['asOf']],
])('%s is refused', async (path, parameters) => {
  expect(pointers((await service.read(`/talks/${path}`).expect(400)).body).toSorted()).toEqual(parameters);
});

it('certainty=certain leaves out what is only possible', async () => {
  await service.post('/talks/reports', { ...REPORTS.ContextReported, id: 'vague', occurred: '2026-01/2026-12' }).expect(201);
  const { body } = await service.read('/talks/reports/vague?asOf=2026-01-10').expect(200);
  expect(body).toMatchObject({ certainty: 'certain', uncertain: [] });
  await service.put('/talks/sources/window', { published: '2026-01/2026-02' }).expect(201);
  await service.post('/talks/reports', { ...REPORTS.ContextReported, id: 'vaguer', source: { id: 'window' } }).expect(201);
  const possible = await service.read('/talks/reports/vaguer?on=2026-01-10').expect(200);
  expect(possible.body).toMatchObject({ certainty: 'possible', uncertain: ['occurred', 'published'] });
  expect((await service.read('/talks/reports/vaguer?on=2026-01-10&certainty=certain').expect(404)).body.code).toBe('not-visible');
  expect(await shown('reports?source=window&on=2026-01-10&certainty=certain')).toEqual([]);
});

it('stances by how they moved', async () => {
  expect(await stances('movement=weakened')).toEqual([]);
  const moved = { party: 'united-states', proposition: 'free-zone', modality: 'rejects' };
  await service.post('/talks/reports', { ...REPORTS.PositionStated, id: 'moved', claim: {}, data: moved }).expect(201);
  expect(await stances('movement=weakened&movement=reversed')).toEqual(['united-states free-zone']);
});
