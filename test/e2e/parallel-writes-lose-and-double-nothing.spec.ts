import type { Answered } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const times = <T>(n: number, ask: (i: number) => PromiseLike<T>) => Promise.all(Array.from({ length: n }, (_, i) => ask(i)));

function counted(answers: readonly Answered[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

async function appendedBy(work: () => Promise<unknown>): Promise<number> {
  const before = Number(await service.head());
  await work();
  return Number(await service.head()) - before;
}

it('one report posted 30 times at once is recorded once', async () => {
  const appended = await appendedBy(async () => {
    const answers = await times(30, () => service.post('/talks/reports', REPORTS.PositionStated));
    expect(counted(answers)).toEqual({ 201: 1, 200: 29 });
    expect(new Set(answers.map(({ body }) => body.position)).size).toBe(1);
  });
  expect(appended).toBe(1);
});

it('of two contents under one id one is recorded', async () => {
  const appended = await appendedBy(async () => {
    const answers = await times(20, (i) => service.post('/talks/reports', { ...REPORTS.PlanTabled, summary: i % 2 ? 'One.' : 'Other.' }));
    expect(counted(answers)).toEqual({ 201: 1, 200: 9, 409: 10 });
  });
  expect(appended).toBe(1);
});

it('60 entries put at once are all recorded', async () => {
  const appended = await appendedBy(async () => {
    const answers = await times(60, (i) => service.put(`/talks/plans/parallel-${String(i)}`, { title: 'P' }));
    expect(counted(answers)).toEqual({ 201: 60 });
    expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(60);
  });
  expect(appended).toBe(60);
});

it('of 20 who replace the revision that they saw one does', async () => {
  const { headers } = await service.get('/talks/meetings/paris');
  const answers = await times(20, (i) =>
    service.put('/talks/meetings/paris', { title: `T${String(i)}` }, { 'if-match': headers.etag ?? '' }),
  );
  expect(counted(answers)).toEqual({ 200: 1, 412: 19 });
});

it('40 links from one report at once are all recorded', async () => {
  const { id: _, ...content } = REPORTS.ContextReported;
  await times(40, (i) => service.post('/talks/reports', { ...content, id: `linked-${String(i)}` }));
  const answers = await times(40, (i) =>
    service.post('/talks/reports/russia-demands/links', { kind: 'same-as', to: `linked-${String(i)}` }),
  );
  expect(counted(answers)).toEqual({ 201: 40 });
  expect((await service.read('/talks/reports/russia-demands')).body.links).toHaveLength(40);
});

it('one array imported 8 times at once is recorded once, and only one import says so', async () => {
  const entries = Array.from({ length: 150 }, (_, i) => ({
    entry: i % 3 ? 'issue' : 'source',
    id: `array-${String(i)}`,
    ...(i % 3 ? { title: 'T' } : { published: '2026' }),
  }));
  const appended = await appendedBy(async () => {
    const answers = await times(8, () => service.post('/talks/import', entries));
    expect(counted(answers)).toEqual({ 200: 8 });
    expect(answers.reduce((sum, { body }) => sum + (body.summary.created as number), 0)).toBe(150);
  });
  expect(appended).toBe(150);
});

it('lines imported and entries put at once are all recorded', async () => {
  const lines = Array.from({ length: 200 }, (_, i) => ({ entry: 'party', id: `line-${String(i)}`, name: 'P', kind: 'group' }));
  const appended = await appendedBy(async () => {
    const [answers] = await Promise.all([
      times(30, (i) => service.put(`/talks/parties/beside-${String(i)}`, { name: 'P', kind: 'group' })),
      service.importLines('talks', lines),
      service.importLines('talks', lines.toReversed()),
    ]);
    expect(counted(answers)).toEqual({ 201: 30 });
  });
  expect(appended).toBe(230);
});
