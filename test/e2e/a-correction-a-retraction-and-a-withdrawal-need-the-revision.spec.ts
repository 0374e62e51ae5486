import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
const { id: _, ...content } = REPORTS.PositionStated;
const correction = { reason: 'coding', note: 'misread', report: { ...content, summary: 'Corrected.' } };
const removal = { reason: 'source', published: '2026-01-12', note: 'erratum' };

let n: string;
let negotiations = 0;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());
beforeEach(async () => {
  n = await aNegotiation(service, `talks-${String((negotiations += 1))}`);
  await service.post(`${n}/reports`, REPORTS.PositionStated).expect(201);
});

const CASES: [what: string, path: string, body: object, other: object, code: string][] = [
  ['correction', '/reports/russia-demands/corrections', correction, { ...correction, note: 'again' }, 'stale-revision'],
  ['retraction', '/reports/russia-demands/retraction', removal, { ...removal, note: 'again' }, 'report-retracted'],
  ['withdrawal', '/sources/times/withdrawal', removal, { ...removal, note: 'again' }, 'source-withdrawn'],
];

it.each(CASES)(
  'a %s: 428 without If-Match, 412 with a stale one, 201, and 200 when it is repeated',
  async (_what, path, body, other, code) => {
    const url = `${n}${path}`;
    const before = await service.head();
    expect((await service.post(url, body).expect(428)).body.code).toBe('revision-required');
    expect((await service.post(url, body, { 'if-match': '"7"' }).expect(412)).body.code).toBe('stale-revision');
    expect(await service.head()).toBe(before);

    const done = await service.post(url, body, { 'if-match': '"0"' }).expect(201);
    expect(done.headers.etag).toBe('"1"');
    expect(done.headers.location).toBeDefined();
    expect(done.body).toMatchObject({ outcome: 'changed', revision: '1', position: String(BigInt(before) + 1n), projected: true });
    for (const headers of [undefined, { 'if-match': '"0"' }, { 'if-match': '"1"' }]) {
      const repeated = await service.post(url, body, headers).expect(200);
      expect(repeated.body).toEqual({ ...done.body, outcome: 'unchanged' });
    }
    expect((await service.post(url, other, { 'if-match': '"0"' })).body.code).toBe(code);
    expect(await service.head()).toBe(done.body.position);
  },
);

it.each(CASES)('a %s by the source needs the date of the erratum, told beside all other faults', async (_what, path, body) => {
  const faulty = { ...body, reason: 'source', published: null, extra: 1 };
  const refused = await service.post(`${n}${path}`, faulty, { 'if-match': '"0"' }).expect(422);
  expect(pointers(refused.body).toSorted()).toEqual(['#/extra', '#/published']);
  const other = await service.post(`${n}${path}`, { ...body, reason: 'mood' }, { 'if-match': '"0"' }).expect(422);
  expect(pointers(other.body)).toEqual(['#/reason']);
});

it('a corrected report answers with the new content, whether it is posted as the first or as the one in force', async () => {
  const { body } = await service.post(`${n}/reports/russia-demands/corrections`, correction, { 'if-match': '"0"' }).expect(201);
  const read = await service.read(`${n}/reports/russia-demands`).expect(200);
  expect(read.body).toMatchObject({ summary: 'Corrected.', revision: '1', corrections: [{ reason: 'coding', note: 'misread' }] });
  await service.post(`${n}/reports`, REPORTS.PositionStated).expect(200);
  await service.post(`${n}/reports`, { ...REPORTS.PositionStated, summary: 'Corrected.' }).expect(200);
  await service.post(`${n}/reports`, { ...REPORTS.PositionStated, summary: 'Third.' }).expect(409);
  expect(await service.head()).toBe(body.position);
});

it('a correction is in force from its erratum on, and the first content before', async () => {
  const erratum = { ...correction, reason: 'source', published: '2026-02-01' };
  await service.post(`${n}/reports/russia-demands/corrections`, erratum, { 'if-match': '"0"' }).expect(201);
  const before = await service.read(`${n}/reports/russia-demands?knownBy=2026-01-31`).expect(200);
  const after = await service.read(`${n}/reports/russia-demands?knownBy=2026-02-01`).expect(200);
  expect([before.body.summary, after.body.summary]).toEqual([REPORTS.PositionStated.summary, 'Corrected.']);
});

it('a correction keeps the id, and its ids must exist', async () => {
  const post = (report: object) =>
    service.post(`${n}/reports/russia-demands/corrections`, { ...correction, report }, { 'if-match': '"0"' });
  expect(pointers((await post({ ...content, id: 'another' }).expect(422)).body)).toEqual(['#/report/id']);
  const unknown = await post({ ...content, source: { id: 'tines' }, issues: ['teritory'] }).expect(422);
  expect(unknown.body.errors.map(({ pointer, suggestions }) => [pointer, suggestions])).toEqual([
    ['#/report/source/id', ['times']],
    ['#/report/issues/0', ['territory']],
  ]);
});

it('nothing can be corrected or retracted that is not there', async () => {
  const { body } = await service.post(`${n}/reports/russia-demand/retraction`, removal, { 'if-match': '"0"' }).expect(404);
  expect(body.errors).toEqual([expect.objectContaining({ code: 'unknown-id', suggestions: ['russia-demands'] })]);
  await service.post(`${n}/sources/nothing/withdrawal`, removal, { 'if-match': '"0"' }).expect(404);
});

it('a retracted report takes no correction, and is seen no more from its erratum on', async () => {
  await service.post(`${n}/reports/russia-demands/retraction`, removal, { 'if-match': '"0"' }).expect(201);
  const { body } = await service.post(`${n}/reports/russia-demands/corrections`, correction, { 'if-match': '"1"' }).expect(409);
  expect(body.code).toBe('report-retracted');
  await service.read(`${n}/reports/russia-demands?knownBy=2026-01-11`).expect(200);
  expect((await service.read(`${n}/reports/russia-demands`).expect(404)).body.code).toBe('not-visible');
  const history = await service.read(`${n}/reports/russia-demands/history`).expect(200);
  expect(history.body.items.map(({ kind }) => kind as string)).toEqual(['original', 'retraction']);
});

it('a withdrawn source takes its reports with it, later ones too', async () => {
  await service.post(`${n}/sources/times/withdrawal`, removal, { 'if-match': '"0"' }).expect(201);
  await service.post(`${n}/reports`, REPORTS.ContextReported).expect(201);
  const { body } = await service.read(`${n}/reports`).expect(200);
  expect(body.items).toEqual([]);
  const source = await service.read(`${n}/sources/times`).expect(200);
  expect(source.body.withdrawal).toMatchObject({ reason: 'source', note: 'erratum' });
});
