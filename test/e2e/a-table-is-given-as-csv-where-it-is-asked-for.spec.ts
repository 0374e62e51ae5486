import { parse } from 'csv-parse/sync';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

type Row = Readonly<Record<string, string>>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true });
const csv = async (path: string, headers: Record<string, string> = {}) =>
  service.http.get(`/v1/negotiations${path}`).set(headers).buffer(true).expect(200);

it.each([
  ['by the end of its address', '/ukraine-peace/stances.csv?issue=peacekeeping-force&on=2026-01-07&limit=500', {}],
  ['by what the client takes', '/ukraine-peace/stances?issue=peacekeeping-force&on=2026-01-07&limit=500', { accept: 'text/csv' }],
  [
    'by what the client likes better',
    '/ukraine-peace/stances?issue=peacekeeping-force&on=2026-01-07&limit=500',
    { accept: 'application/json;q=0.5, text/csv' },
  ],
])('the stances of an issue, read back, are its matrix: %s', async (_, path, headers) => {
  const answer = await csv(path, headers);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  const { body: state } = await service.read('/ukraine-peace/issues/peacekeeping-force?on=2026-01-07').expect(200);
  const cells = rowsOf(answer.text).map((row) => [row.party, row['target.proposition'], row.modality, row.voice, row.evidence]);
  const held = state.stances.map(({ party, target, modality, voice, evidence }) => [
    party as string,
    target.proposition as string,
    modality as string,
    voice as string,
    (evidence as string[]).join(' '),
  ]);
  expect(cells).toEqual(held);
});

it.each([
  '',
  '/ukraine-peace/issues',
  '/ukraine-peace/plans',
  '/ukraine-peace/meetings',
  '/ukraine-peace/reports',
  '/ukraine-peace/parties',
])('the list %s has a row an item, in its order', async (path) => {
  const { body } = await service.read(path).expect(200);
  const rows = rowsOf((await csv(`${path}.csv`)).text);
  expect(rows.map(({ id }) => id)).toEqual(body.items.map(({ id }) => id));
});

it('the matrix has a row a proposition and a column a party', async () => {
  const query = '?issue=peacekeeping-force&on=2026-01-07';
  const { body } = await service.read(`/ukraine-peace/matrix${query}`).expect(200);
  const rows = rowsOf((await csv(`/ukraine-peace/matrix.csv${query}`)).text);
  const { columns, rows: shown } = body as unknown as {
    readonly columns: readonly { readonly party: string }[];
    readonly rows: readonly {
      readonly proposition: string;
      readonly cells: readonly { readonly party: string; readonly modality: string }[];
    }[];
  };
  const cells = shown.map(({ proposition, cells: held }) => [
    proposition,
    ...columns.map(({ party }) => held.find((cell) => cell.party === party)?.modality ?? ''),
  ]);
  expect(rows.map((row) => [row.proposition, ...columns.map(({ party }) => row[`held.${party}`])])).toEqual(cells);
});

it('what changed is a table too', async () => {
  const query = '?from=2026-01-05&to=2026-01-07';
  const { body } = await service.read(`/ukraine-peace/changes${query}`).expect(200);
  expect(rowsOf((await csv(`/ukraine-peace/changes.csv${query}`)).text).map(({ path }) => path)).toEqual(
    body.items.map(({ path }) => path as string),
  );
});

it('a long list goes on under the address that the header names, and each has its own ETag and address for ever', async () => {
  const { headers } = await csv('/ukraine-peace/reports.csv?limit=10');
  const [, next = ''] = /<(?:https?:\/\/[^/]+)?\/v1\/negotiations([^>]+)>; rel="next"/.exec(headers.link ?? '') ?? [];
  expect(next).toContain('/ukraine-peace/reports.csv?');
  expect(rowsOf((await csv(next)).text)).toHaveLength(10);
  expect(headers['content-location']).toMatch(/reports\.csv\?.*recordedBy=@\d+/);
  expect(headers.vary).toMatch(/\baccept\b(?!-)/);
  const json = await service.read('/ukraine-peace/reports?limit=10').expect(200);
  expect(json.headers.etag).not.toBe(headers.etag);
  await service.http
    .get('/v1/negotiations/ukraine-peace/reports.csv?limit=10')
    .set({ 'if-none-match': headers.etag ?? '' })
    .expect(304);
});

it('a text that a spreadsheet would take for a formula is a text', async () => {
  for (const [id, name] of [
    ['equals', '=HYPERLINK("http://example.org")'],
    ['plus', '+1'],
    ['minus', '-1'],
    ['at', '@SUM(A1)'],
    ['tab', '\tx'],
  ] as const) {
    await service.put(`/ukraine-peace/parties/${id}`, { name, kind: 'group' }).expect(201);
  }
  const rows = rowsOf((await csv('/ukraine-peace/parties.csv?limit=500')).text);
  const named = new Map(rows.map(({ id, name }) => [id, name]));
  expect(['equals', 'plus', 'minus', 'at', 'tab'].map((id) => named.get(id))).toEqual([
    `'=HYPERLINK("http://example.org")`,
    "'+1",
    "'-1",
    "'@SUM(A1)",
    "'\tx",
  ]);
  for (const { name = '' } of rows) expect(name).not.toMatch(/^[=+\-@\t]/);
});

it.each([
  ['/ukraine-peace/issues/territory', 'text/csv'],
  ['/ukraine-peace/replay', 'text/csv'],
  ['/ukraine-peace/stances', 'application/pdf'],
  ['/ukraine-peace/issues/territory', 'application/json;q=0, */*;q=0.5'],
])('406 where it is not offered: %s as %s', async (path, accept) => {
  const { body } = await service.read(path, { accept }).expect(406);
  expect(body.code).toBe('not-acceptable');
});

it('only the end of the path asks for a table, not an id in the query', async () => {
  await service.put('/ukraine-peace/sources/article.csv', { published: '2026-01-05' }).expect(201);
  const asked = await service.read('/ukraine-peace/reports?source=article.csv').expect(200).expect('content-type', /json/);
  expect(asked.body.items).toEqual([]);
  const word = await service.read('/ukraine-peace/reports?q=article.csv').expect(200).expect('content-type', /json/);
  expect(word.headers['content-location']).toContain('q=article.csv');
  await service
    .read('/ukraine-peace/reports.csv/')
    .expect(200)
    .expect('content-type', /^text\/csv/);
});

it('one thing alone has no address as a table', async () => {
  await service.read('/ukraine-peace/issues/territory.csv').expect(404);
});
