import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
let second: TestService;
beforeAll(async () => {
  [service, second] = [await startTestService(), await startTestService()];
  await aNegotiation(service);
  service.clock.set('2026-03-02T12:00:00.000Z');
  await postReports(service);
  service.clock.set('2026-03-03T12:00:00.000Z');
  await service.put('/talks/sources/times', { published: '2026-01-06', publisher: 'The Times' }).expect(200);
  await service.put('/talks/issues/guarantees', { title: 'Guarantees', parent: 'territory' }).expect(200);
  await service.post('/talks/sources/post/withdrawal', { reason: 'coding', note: 'n' }, { 'if-match': '"0"' }).expect(201);
  second.clock.set('2026-03-05T12:00:00.000Z');
});
afterAll(() => Promise.all([service.stop(), second.stop()]));

interface Problem {
  readonly errors: readonly { readonly code: string }[];
}

const KEPT = '?keepRecorded=true';
const READS = [
  '',
  '/issues',
  '/issues/territory',
  '/issues/guarantees',
  '/stances',
  '/meetings',
  '/plans',
  '/reports?axis=recorded',
  '/sources',
];
const TIMES = ['2026-03-01', '2026-03-02', '2026-03-02T11:59:59.999Z', '2026-03-03T12:00:00.000Z', '2026-03-04'];

it('each event is a line, in the order of the log, with when and by whom it was recorded', async () => {
  const lines = await service.exported('talks', '?recorded=true');
  expect(lines[0]).toMatchObject({ entry: 'negotiation', recordedAt: '2026-03-01T12:00:00.000Z', postedBy: 'tester' });
  expect(lines.at(-1)).toMatchObject({ entry: 'withdrawal', recordedAt: '2026-03-03T12:00:00.000Z' });
  expect(lines.filter(({ entry, id }) => entry === 'source' && id === 'times')).toHaveLength(2);
  expect(lines).toHaveLength(Number((await service.exportedWhole('talks', '?recorded=true')).at(-1)?.summary.events));
});

it('the lines of an export tell neither where nobody asks', async () => {
  for (const line of await service.exported('talks')) {
    expect(line).not.toHaveProperty('recordedAt');
    expect(line).not.toHaveProperty('postedBy');
  }
});

it('imported into an empty log, every answer as recorded by any time is the same', async () => {
  const lines = await service.exportedWhole('talks', '?recorded=true');
  const answer = await second.importLines('talks', lines, KEPT);
  expect(answer.at(-1)).toMatchObject({ summary: { rejected: 0, created: expect.any(Number) as number } });
  for (const recordedBy of TIMES) {
    for (const path of READS) {
      const url = `/talks${path}${path.includes('?') ? '&' : '?'}asOf=2026-03-04&recordedBy=${recordedBy}`;
      const [before, after] = [await service.read(url), await second.read(url)];
      expect({ url, status: after.status, text: after.text }).toEqual({ url, status: before.status, text: before.text });
    }
  }
  expect((await second.read('/talks/reports/attack?asOf=2026-03-04')).body).toEqual(
    (await service.read('/talks/reports/attack?asOf=2026-03-04')).body,
  );
});

it('a log that holds events is refused, and nothing is recorded', async () => {
  const head = await second.head();
  const lines = '{"entry":"issue","id":"x","title":"X","recordedAt":"2026-03-01T12:00:00.000Z","postedBy":"desk"}\n';
  const { body } = await second.raw('post', `/talks/import${KEPT}`, lines, 'application/x-ndjson').expect(409);
  expect(body.code).toBe('log-not-empty');
  expect(await second.head()).toBe(head);
});

describe('a line', () => {
  let empty: TestService;
  beforeAll(async () => {
    empty = await startTestService();
  });
  afterAll(() => empty.stop());

  it('is rejected where it tells no time, one that goes back, or one to come; a poster is told or not', async () => {
    const issue = (id: string, more: object): object => ({ entry: 'issue', id, title: id, ...more });
    const outcomes = await empty.importLines(
      'talks',
      [
        { entry: 'negotiation', id: 'talks', title: 'Talks', recordedAt: '2026-02-01T00:00:00.000Z', postedBy: null },
        issue('no-time', {}),
        issue('earlier', { recordedAt: '2026-01-31T00:00:00.000Z' }),
        issue('later', { recordedAt: '2026-03-02T00:00:00.000Z' }),
        issue('day', { recordedAt: '2026-02-02' }),
        issue('no-day', { recordedAt: '2026-02-30T00:00:00.000Z' }),
        issue('nobody', { recordedAt: '2026-02-02T00:00:00.000Z', postedBy: 7 }),
        issue('good', { recordedAt: '2026-02-02T00:00:00.000Z', postedBy: 'ministry' }),
      ],
      KEPT,
    );
    const codes = outcomes.map(({ outcome, problem }) => (problem as Problem | undefined)?.errors[0]?.code ?? (outcome as string));
    expect(codes.slice(0, -1)).toEqual([
      'created',
      'invalid-instant',
      'goes-back',
      'in-the-future',
      'invalid-instant',
      'invalid-instant',
      'invalid-value',
      'created',
    ]);
  });

  it('tells nothing of that kind where times are not kept', async () => {
    const [outcome] = await empty.importLines('talks', [{ entry: 'issue', id: 'x', title: 'X', recordedAt: '2026-02-02T00:00:00.000Z' }]);
    expect(outcome).toMatchObject({ outcome: 'rejected' });
  });
});
