import { type Json, pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

const names = { de: 'Auf Deutsch', uk: 'Українською', 'pt-BR': 'Em português' };
const NAMED = [
  '',
  '/issues/territory',
  '/propositions/cede-donbas',
  '/parties/russia',
  '/persons/putin',
  '/plans/plan-28',
  '/meetings/paris',
];

it.each(NAMED)('the entry %s is stored with its names, and without them as ever', async (path) => {
  const url = `/talks${path}`;
  const { body: before } = await service.get(url).expect(200);
  expect(before).not.toHaveProperty('names');
  expect((await service.put(url, { ...before, names: {} }).expect(200)).body.outcome).toBe('unchanged');
  expect((await service.put(url, { ...before, names }).expect(200)).body.outcome).toBe('changed');
  expect((await service.put(url, { ...before, names }).expect(200)).body.outcome).toBe('unchanged');
  expect((await service.get(url).expect(200)).body).toEqual({ ...before, names });
});

it('reads tell them, each where it tells the name', async () => {
  const read = async (path: string) => (await service.read(`/talks${path}`).expect(200)).body;
  for (const path of NAMED) expect((await read(path)) as object).toMatchObject({ names });
  expect((await read('/issues')).items.find(({ id }) => id === 'territory')).toMatchObject({ names });
  for (const list of ['/parties', '/persons', '/propositions', '/plans', '/meetings']) {
    expect((await read(list)).items.filter((item) => 'names' in item)).toMatchObject([{ names }]);
  }
  const matrix = await read('/matrix?issue=territory');
  expect(matrix).toMatchObject({ issues: [{ names }], rows: [{ proposition: 'cede-donbas', names }] });
  expect(matrix.columns[0]).toMatchObject({ party: 'russia', names });
  const state = await read('/issues/territory');
  expect(state.stances.find(({ target }) => target.proposition === 'cede-donbas')?.target).toMatchObject({ names });
  expect(state.targets).toMatchObject([{ proposition: 'cede-donbas', names }]);
  const blockers = state.blockers as Json[];
  expect(blockers.find(({ kind }) => kind === 'opposed-target')).toMatchObject({ names });
  const after = ((await read('/changes?to=2026-02-01')).items as Json[]).map((change) => change.after as Json | null);
  expect(after.filter((element) => ['plan-28', 'paris'].includes(element?.id ?? ''))).toMatchObject([{ names }, { names }]);
});

it('an earlier point knows what was recorded by then, and an export keeps them', async () => {
  const { body } = await service.read('/talks/parties/russia?recordedBy=@19').expect(200);
  expect(body).not.toHaveProperty('names');
  const lines = await service.exported('talks');
  const other = await startTestService();
  expect((await other.importLines('talks', lines)).at(-1)?.summary).toMatchObject({ rejected: 0 });
  const imported = (await other.read('/talks/parties/russia').expect(200)).body;
  expect(imported).toMatchObject({ names });
  await other.stop();
});

it.each([
  [{ german: 'Russland', d: 'R' }, ['#/names/d']],
  [{ DE: 'Russland' }, ['#/names/DE']],
  [{ de_DE: 'Russland' }, ['#/names/de_DE']],
  [{ de: '' }, ['#/names/de']],
  [['Russland'], ['#/names']],
])('names %j are refused', async (bad, at) => {
  const { body } = await service.put('/talks/parties/russia', { name: 'Russia', kind: 'state', names: bad }).expect(422);
  expect(pointers(body)).toEqual(at);
});

it('a negotiation tells in which language its texts are written, where that is told', async () => {
  const { body: before } = await service.get('/talks').expect(200);
  expect(before).not.toHaveProperty('language');
  expect(pointers((await service.put('/talks', { ...before, language: 'EN' }).expect(422)).body)).toEqual(['#/language']);
  await service.put('/talks', { ...before, language: 'en' }).expect(200);
  expect((await service.get('/talks').expect(200)).body).toEqual({ ...before, language: 'en' });
  expect((await service.read('/talks').expect(200)).body).toMatchObject({ language: 'en' });
  await service.put('/talks', { ...before, language: null }).expect(200);
  expect((await service.get('/talks').expect(200)).body).toEqual(before);
});

it('a source, which has no name of its own, takes none', async () => {
  const { body } = await service.put('/talks/sources/new', { published: '2026-01-01', names }).expect(422);
  expect(pointers(body)).toEqual(['#/names']);
});

it('an unknown id is told with the entries that are called so, in whatever language', async () => {
  const entry = { name: 'Russia', kind: 'state', names: { de: 'Russland' }, aliases: ['Kreml'] };
  await service.put('/talks/parties/russia', entry).expect(200);
  const suggested = async (path: string) => (await service.read(`/talks/${path}`).expect(404)).body.errors[0]?.suggestions;
  expect(await suggested('parties/russland')).toEqual(['russia']);
  expect(await suggested('parties/kreml')).toEqual(['russia']);
  expect(await suggested('persons/selenskyj')).toEqual(['zelensky']);
  expect(await suggested('parties/nowhere-at-all')).toEqual([]);
  const { body } = await service.put('/talks/persons/someone', { name: 'Someone', party: 'russland' }).expect(422);
  expect(body.errors).toMatchObject([{ pointer: '#/party', suggestions: ['russia'] }]);
});
