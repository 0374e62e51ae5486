import type { Answered } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const { id: _, ...content } = REPORTS.ContextReported;
const times = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_unused, i) => of(i));

describe('an agreement', () => {
  const agreement = (signatories: number, propositions: number) => ({
    ...content,
    type: 'AgreementSigned',
    data: {
      document: { title: 'T', kind: 'treaty' },
      signatories: times(signatories, () => ({ party: 'russia' })),
      propositions: times(propositions, () => 'us-troops'),
    },
  });

  it('of more than 1,000 stances is refused with its place', async () => {
    const { body } = await service.post('/talks/reports', agreement(30, 34)).expect(422);
    expect(body.errors[0]).toMatchObject({ pointer: '#/data/propositions', code: 'too-many-stances' });
    expect(body.errors[0]?.detail).toContain('1000');
  });
});

describe('the tree of issues', () => {
  const issue = (id: string, parent: string | null) => service.put(`/talks/issues/${id}`, { title: id, parent });

  it('is not deeper than 20, however it is made', async () => {
    for (let i = 1; i <= 20; i += 1) await issue(`deep-${String(i)}`, i === 1 ? null : `deep-${String(i - 1)}`).expect(201);
    const { body } = await issue('deep-21', 'deep-20').expect(422);
    expect(body.errors).toMatchObject([{ pointer: '#/parent', code: 'too-deep' }]);
    await issue('top', null).expect(201);
    const moved = await issue('deep-1', 'top').expect(422);
    expect(moved.body.errors).toMatchObject([{ pointer: '#/parent', code: 'too-deep' }]);
    await issue('deep-2', 'top').expect(200);
  });
});

describe('the faults of a body', () => {
  const unknown = (count: number) => Object.fromEntries(times(count, (i) => [`unknown${String(i)}`, 1]));

  it('are told up to a hundred, with how many there are', async () => {
    const { body } = await service.put('/talks/plans/p', { title: 'T', ...unknown(5_000) }).expect(422);
    expect(body.errors).toHaveLength(100);
    expect(body.detail).toContain('100 of 5000 faults');
  });

  it('are told up to twenty where it is a line of an import', async () => {
    const [rejected] = await service.importLines('talks', [{ entry: 'plan', id: 'p', title: 'T', ...unknown(5_000) }]);
    expect(rejected?.problem).toMatchObject({ errors: times(20, () => ({ code: 'unknown-field' })) });
    expect((rejected?.problem as { detail: string }).detail).toContain('20 of 5000 faults');
  });

  it('make no answer that is longer than what was sent by much', async () => {
    const long = 'x'.repeat(800_000);
    const { text } = await service.put('/talks/plans/p', { title: 'T', [long]: 1 }).expect(422);
    expect(text.length).toBeLessThan(3_000);
    const entries = times(1_000, (i) => ({ entry: 'plan', id: `p${String(i)}`, title: 'T', ...unknown(900) }));
    const { text: ofMany, body } = await service.post('/talks/import', entries).expect(422);
    expect(body.errors).toHaveLength(100);
    expect(ofMany.length).toBeLessThan(100_000);
  });
});

it('a report that is nested 2,000 levels deep is refused, whatever is nested', async () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const nested = `${open.repeat(2_000)}1${close.repeat(2_000)}`;
    const { body } = await service.raw('post', '/talks/reports', `{"type":"ContextReported","data":${nested}}`).expect(400);
    expect(body).toMatchObject({ code: 'malformed-json' });
    expect(body.detail).toContain('32 levels');
  }
});

it('unknown ids that differ are looked for ten times, and told all the same', async () => {
  const lines = times(40, (i) => ({ entry: 'report', id: `u${String(i)}`, ...content, source: { id: `time${String(i)}` } }));
  const told = (await service.importLines('talks', lines)).slice(0, -1);
  const suggested = told.filter(({ problem }) =>
    (problem as { errors: { suggestions: string[] }[] }).errors[0]?.suggestions.includes('times'),
  );
  expect(told.every(({ outcome }) => outcome === 'rejected')).toBe(true);
  expect(suggested).toHaveLength(10);
});

it('an unknown id costs little more than a right one', async () => {
  const sources = times(1_000, (i) => ({ entry: 'source', id: `${'s'.repeat(70)}-${String(i)}`, published: '2026' }));
  for (let i = 0; i < 5; i += 1) {
    await service
      .post(
        '/talks/import',
        sources.map((source) => ({ ...source, id: `${source.id}-${String(i)}` })),
      )
      .expect(200);
  }
  const lines = (source: string, name: string) =>
    times(300, (i) => ({ entry: 'report', id: `${name}-${String(i)}`, ...content, source: { id: source } }));
  const took = async (source: string, name: string): Promise<number> => {
    const begun = performance.now();
    await service.importLines('talks', lines(source, name));
    return performance.now() - begun;
  };
  const right = await took('times', 'right');
  const unknownSource = await took('z'.repeat(80), 'unknown');
  expect(unknownSource).toBeLessThan(10 * right + 500);
});

describe('the history of a report', () => {
  const pages = async (path: string): Promise<number[]> => {
    const lengths: number[] = [];
    const kinds: string[] = [];
    for (let next: string | null = path; next !== null;) {
      const { body }: Answered = await service.http.get(next).expect(200);
      lengths.push(body.items.length);
      kinds.push(...body.items.map(({ kind }) => kind as string));
      next = body.next;
    }
    expect(kinds).toEqual(['original', ...times(kinds.length - 1, () => 'correction')]);
    return lengths;
  };
  const corrected = async (id: string, count: number, text: (i: number) => object): Promise<void> => {
    await service.post('/talks/reports', { id, ...content, ...text(0) }).expect(201);
    for (let i = 1; i <= count; i += 1) {
      const body = { reason: 'coding', note: 'n', report: { ...content, ...text(i) } };
      await service.post(`/talks/reports/${id}/corrections`, body, { 'if-match': '*' }).expect(201);
    }
  };
  const history = (id: string): string => `/v1/negotiations/talks/reports/${id}/history`;

  it('comes page by page', async () => {
    await corrected('often', 60, (i) => ({ summary: `S ${String(i)}` }));
    expect(await pages(history('often'))).toEqual([50, 11]);
    expect(await pages(`${history('often')}?limit=30`)).toEqual([30, 30, 1]);
  });

  it('of large versions comes in pages that are no longer than others', async () => {
    const issues = times(1_000, () => 'territory');
    const data = {
      document: { title: 'T', kind: 'k' },
      signatories: [{ party: 'russia' }],
      conditions: times(45, () => ({ text: 'x'.repeat(19_000) })),
    };
    await corrected('large', 13, (i) => ({ type: 'AgreementSigned', summary: `S ${String(i)}`, issues, data }));
    const found = await pages(history('large'));
    expect(found.length).toBeGreaterThan(1);
    expect(found.reduce((a, b) => a + b)).toBe(14);
  });
});

it.each(['party', 'source'])('a thousand lines of the kind %s take about as long in one form as in the other', async (kind) => {
  const lines = (name: string) =>
    times(1_000, (i) => ({
      entry: kind,
      id: `${name}-${String(i)}`,
      ...(kind === 'party' ? { name: 'N', kind: 'state' } : { published: '2026' }),
    }));
  const took = async (work: () => PromiseLike<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const inLines = await took(() => service.importLines('talks', lines('lines')));
  const asArray = await took(() => service.post('/talks/import', lines('array')).expect(200));
  expect(Math.max(inLines, asArray) / Math.min(inLines, asArray)).toBeLessThan(6);
});
