import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(() => service.stop());

const { id: _, ...content } = REPORTS.ContextReported;
const LINES = [
  { entry: 'negotiation', id: 'talks', title: 'T' },
  { entry: 'party', id: 'russia', name: 'Russia', kind: 'state' },
  { entry: 'person', id: 'putin', name: 'Putin', party: 'russia' },
  { entry: 'issue', id: 'territory', title: 'Territory' },
  { entry: 'issue', id: 'administration', title: 'Administration', parent: 'territory' },
  { entry: 'proposition', id: 'cede', issue: 'territory', text: 'X' },
  { entry: 'plan', id: 'plan', title: 'P' },
  { entry: 'meeting', id: 'meeting', title: 'M' },
  { entry: 'source', id: 'times', published: '2026-01-01' },
  { entry: 'source', id: 'post', published: '2026-01-01' },
  { entry: 'report', id: 'first', ...content },
  { entry: 'report', id: 'second', ...content },
  { entry: 'correction', id: 'first', reason: 'coding', note: 'n', report: { ...content, summary: 'Better.' } },
  { entry: 'retraction', id: 'second', reason: 'coding', note: 'n' },
  { entry: 'withdrawal', id: 'post', reason: 'source', published: '2026-02-01', note: 'n' },
  { entry: 'link', id: 'first', kind: 'contradicts', to: 'second' },
];
const CREATED = 12;

it('takes each kind of line, and the same lines again without recording anything', async () => {
  const answer = await service.importLines('talks', LINES);
  const outcomes = LINES.map(({ id }, i) => ({ line: i + 1, id, outcome: i < CREATED ? 'created' : 'changed' }));
  const summary = {
    created: CREATED,
    changed: LINES.length - CREATED,
    unchanged: 0,
    rejected: 0,
    warnings: 0,
    position: String(LINES.length),
    projected: true,
  };
  expect(answer).toEqual([...outcomes, { summary }]);
  expect(await service.head()).toBe(summary.position);
  const again = await service.importLines('talks', LINES);
  expect(again.at(-1)).toEqual({ summary: { ...summary, created: 0, changed: 0, unchanged: LINES.length } });
  expect(await service.head()).toBe(summary.position);
});

it('a dry run tells the same and appends nothing', async () => {
  const dry = await service.importLines('talks', LINES, '?dryRun=true');
  expect(await service.head()).toBe('0');
  const real = await service.importLines('talks', LINES);
  expect(dry.slice(0, -1)).toEqual(real.slice(0, -1));
  const moved = [
    ...LINES,
    { entry: 'report', id: 'uses', ...POSITION },
    { entry: 'proposition', id: 'cede', issue: 'administration', text: 'X' },
  ];
  const last = async (query: string) => (await service.importLines('talks', moved, query)).at(-2);
  const expected = await last('?dryRun=true');
  expect(expected).toMatchObject({ outcome: 'rejected', problem: { code: 'in-use' } });
  expect(await last('')).toEqual(expected);
});

const POSITION = {
  type: 'PositionStated',
  source: { id: 'times' },
  summary: 'S',
  data: { party: 'russia', proposition: 'cede', modality: 'demands' },
};

it('a rejected line tells why and stops nothing', async () => {
  const text = [
    '{"entry":"negotiation","id":"talks","title":"T"}',
    'not json',
    '',
    'null',
    '[]',
    '{"entry":"rumour","id":"x"}',
    '{"entry":"plan","title":"no id"}',
    '{"entry":"plan","id":"NO","titel":"T"}',
    '{"entry":"issue","id":"i","title":"T","parent":"talks"}',
    '{"entry":"negotiation","id":"other","title":"T"}',
    '{"entry":"plan","id":"__proto__","__proto__":{}}',
    `{"entry":"plan","id":"long","title":"${'x'.repeat(1_000_000)}"}`,
    '{"entry":"plan","id":"last","title":"without a line end"}',
  ].join('\r\n');
  const { text: answer } = await service
    .raw('post', '/talks/import', text, 'application/x-ndjson')
    .buffer(true)
    .expect(200)
    .expect('content-type', /ndjson/);
  const lines = answer
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, never>);
  const told = lines.slice(0, -1).map(({ line, outcome, problem }) => [line, outcome, (problem as { status: number } | undefined)?.status]);
  expect(told).toEqual([
    [1, 'created', undefined],
    [2, 'rejected', 400],
    [4, 'rejected', 422],
    [5, 'rejected', 422],
    [6, 'rejected', 422],
    [7, 'rejected', 422],
    [8, 'rejected', 422],
    [9, 'rejected', 422],
    [10, 'rejected', 422],
    [11, 'rejected', 400],
    [12, 'rejected', 413],
    [13, 'created', undefined],
  ]);
  expect(lines.at(-1)).toEqual({
    summary: { created: 2, changed: 0, unchanged: 0, rejected: 10, warnings: 0, position: '2', projected: true },
  });
  const [, , , , , , { problem }] = lines as unknown as [
    unknown,
    unknown,
    unknown,
    unknown,
    unknown,
    unknown,
    { problem: { errors: object[] } },
  ];
  expect(problem.errors).toMatchObject([{ pointer: '#/id' }, { pointer: '#/title' }, { pointer: '#/titel' }]);
});

it('takes an import of any size', async () => {
  const lines = Array.from({ length: 3_000 }, (_, i) => ({
    entry: 'source',
    id: `s${String(i)}`,
    published: '2026',
    headline: 'x'.repeat(1_000),
  }));
  const answer = await service.importLines('talks', [{ entry: 'negotiation', id: 'talks', title: 'T' }, ...lines]);
  expect(answer).toHaveLength(3_002);
  expect(answer.at(-1)).toMatchObject({ summary: { created: 3_001, position: '3001' } });
});

it('an import of nothing tells so', async () => {
  const answer = await service.importLines('talks', []);
  expect(answer).toEqual([{ summary: { created: 0, changed: 0, unchanged: 0, rejected: 0, warnings: 0, position: '0', projected: true } }]);
});

it('waits for no client that reads only when it has sent all', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`unknown${String(i)}`, 1]));
  const body = `${JSON.stringify({ entry: 'plan', id: 'p', title: 'T', ...unknown })}\n`.repeat(5_000);
  const { hostname, port } = new URL(service.url);
  const socket = connect(Number(port), hostname).pause();
  const head = ['POST /v1/admin/negotiations/talks/import HTTP/1.1', 'Host: x', `Authorization: Bearer ${KEY}`, 'Connection: close'];
  socket.write([...head, 'Content-Type: application/x-ndjson', `Content-Length: ${String(body.length)}`, '', body].join('\r\n'));
  while (socket.writableLength > 0) await pause(20);
  let answer = '';
  for await (const chunk of socket) answer = (answer + String(chunk)).slice(-300);
  expect(answer).toContain('"rejected":5000');
});

describe('a source whose line is short enough, but whose event the log refuses', () => {
  /** Of a line of 999,988 bytes; what the event carries beside it makes it too large. */
  function hugeSource(): object {
    const source = { entry: 'source', id: 'huge', published: '2025-10-01', notes: [] as string[] };
    const left = () => 999_988 - JSON.stringify(source).length;
    while (left() > 2_000) source.notes.push('y'.repeat(1_000));
    source.notes.push('y'.repeat(left() - 3));
    return source;
  }

  it.each(['', '?dryRun=true'])('is not there for the reports that name it %s', async (query) => {
    await service.importLines('talks', LINES);
    const lines = [
      hugeSource(),
      { entry: 'report', id: 'names-it', ...content, source: { id: 'huge' } },
      { entry: 'report', id: 'names-another', ...content },
    ];
    const [source, naming, other] = await service.importLines('talks', lines, query);
    expect(source).toMatchObject({ outcome: 'rejected', problem: { code: 'body-too-large' } });
    expect(naming).toMatchObject({ outcome: 'rejected', problem: { code: 'invalid-body' } });
    expect(other).toMatchObject({ outcome: 'created' });
  });
});
