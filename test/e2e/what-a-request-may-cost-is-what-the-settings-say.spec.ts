import { configOf } from '../../src/config.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const SMALL = {
  BODY_BYTES: '3000',
  LINE_BYTES: '1000',
  IMPORT_ARRAY_BYTES: '20000',
  IMPORT_ARRAY_ENTRIES: '2',
  JSON_DEPTH: '9',
  LIST_MEMBERS: '10',
  TEXT_LENGTH: '300',
  FAULTS_TOLD: '3',
  FAULTS_TOLD_PER_LINE: '2',
  DETAIL_LENGTH: '60',
  STANCES_OF_AGREEMENT: '1',
  ISSUE_DEPTH: '2',
};
const { id: _, ...content } = REPORTS.ContextReported;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ bounds: configOf(SMALL).bounds });
  await aNegotiation(service);
});
afterAll(() => service.stop());

const plan = (more: object): object => ({ title: 'T', ...more });
const unknown = Object.fromEntries(Array.from({ length: 5 }, (_unused, i) => [`unknown${String(i)}`, 1]));

it('a body is as long as BODY_BYTES, and a text in it as TEXT_LENGTH', async () => {
  const { body: long } = await service.put('/talks/plans/p', plan({ title: 'x'.repeat(3_000) })).expect(413);
  expect(long.detail).toContain('3000 bytes');
  await service.put('/talks/plans/p', plan({ title: 'x'.repeat(300) })).expect(201);
  const { body } = await service.put('/talks/plans/p', plan({ title: 'x'.repeat(301) })).expect(422);
  expect(body.errors).toMatchObject([{ pointer: '#/title', code: 'too-big' }]);
  expect(body.errors[0]?.detail).toContain('300');
});

it('a list has LIST_MEMBERS members at most, and lists lie JSON_DEPTH deep', async () => {
  const aliases = (count: number) => plan({ aliases: Array.from({ length: count }, (_unused, i) => `a${String(i)}`) });
  await service.put('/talks/plans/q', aliases(10)).expect(201);
  const { body } = await service.put('/talks/plans/q', aliases(11)).expect(422);
  expect(body.errors).toMatchObject([{ pointer: '#/aliases', code: 'too-big' }]);
  const { body: deep } = await service.raw('put', '/talks/plans/q', '['.repeat(10) + ']'.repeat(10)).expect(400);
  expect(deep.detail).toContain('More than 9 levels');
});

it('faults are told as FAULTS_TOLD and FAULTS_TOLD_PER_LINE say, each as long as DETAIL_LENGTH', async () => {
  const { body } = await service.put('/talks/plans/p', plan({ ...unknown, ['x'.repeat(200)]: 1 })).expect(422);
  expect(body.errors).toHaveLength(3);
  expect(body.detail).toContain('3 of 6 faults');
  const { body: one } = await service.put('/talks/plans/p', plan({ ['x'.repeat(200)]: 1 })).expect(422);
  expect(one.errors[0]?.detail).toHaveLength(61);
  const [line] = await service.importLines('talks', [{ entry: 'plan', id: 'p', ...plan(unknown) }]);
  expect((line?.problem as { errors: unknown[] }).errors).toHaveLength(2);
});

it('a line of an import is as long as LINE_BYTES, whatever a body may be', async () => {
  const [line, next] = await service.importLines('talks', [
    { entry: 'plan', id: 'long', title: 'T', aliases: ['x'.repeat(1_000)] },
    { entry: 'plan', id: 'short', title: 'T' },
  ]);
  expect(line).toMatchObject({ outcome: 'rejected', problem: { code: 'body-too-large' } });
  expect(next).toMatchObject({ outcome: 'created' });
});

it('an array has IMPORT_ARRAY_ENTRIES entries and IMPORT_ARRAY_BYTES bytes at most', async () => {
  const entries = (count: number) => Array.from({ length: count }, (_unused, i) => ({ entry: 'plan', id: `e${String(i)}`, title: 'T' }));
  await service.post('/talks/import', entries(2)).expect(200);
  const { body } = await service.post('/talks/import', entries(3)).expect(422);
  expect(body.errors[0]?.detail).toContain('up to 2 entries');
  await service.post('/talks/import', entries(500)).expect(413);
});

it('an agreement has STANCES_OF_AGREEMENT stances at most, and issues stand ISSUE_DEPTH deep', async () => {
  const data = {
    document: { title: 'T', kind: 'treaty' },
    signatories: [{ party: 'russia' }],
    propositions: ['us-troops', 'us-troops'],
  };
  const { body } = await service.post('/talks/reports', { ...content, type: 'AgreementSigned', data }).expect(422);
  expect(body.errors[0]).toMatchObject({ code: 'too-many-stances' });
  expect(body.errors[0]?.detail).toContain('more than 1 stances');
  await service.put('/talks/issues/top', { title: 'T' }).expect(201);
  await service.put('/talks/issues/middle', { title: 'T', parent: 'top' }).expect(201);
  const { body: deep } = await service.put('/talks/issues/low', { title: 'T', parent: 'middle' }).expect(422);
  expect(deep.errors).toMatchObject([{ pointer: '#/parent', code: 'too-deep' }]);
});

it('the documentation tells the limits that are in force', async () => {
  const { body } = await service.http.get('/openapi.json').expect(200);
  const { schemas } = body.components as { schemas: Record<string, { maxLength?: number }> };
  expect(schemas.Text?.maxLength).toBe(300);
});
