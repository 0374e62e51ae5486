import { ids, type Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
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

/** What can be removed, and by which words. */
interface Removable {
  readonly path: string;
  readonly removal: string;
  readonly undo: string;
  readonly code: string;
}
const REPORT: Removable = { path: '/reports/russia-demands', removal: 'retraction', undo: 'reinstatement', code: 'report-retracted' };
const SOURCE: Removable = { path: '/sources/times', removal: 'withdrawal', undo: 'readmission', code: 'source-withdrawn' };
const BOTH: [string, Removable][] = [
  ['a report', REPORT],
  ['a source', SOURCE],
];

const byPublisher = (published: string, note = 'erratum') => ({ reason: 'source', published, note });
/** What a date that is given as a string says beside that. */
const UNSAID = { phrase: null, basis: 'explicit', anchor: null, note: null };
const OUR_MISTAKE = { reason: 'coding', note: 'we mixed two reports up' };

/** Whether the report is seen on some days. */
async function seen(...days: string[]): Promise<boolean[]> {
  const answers = await Promise.all(days.map((day) => service.read(`${n}/reports?asOf=2026-03-01&knownBy=${day}`).expect(200)));
  return answers.map(({ body }) => ids(body).includes('russia-demands'));
}

const removed = ({ path, removal }: Removable, body: object, revision: number) =>
  service.post(`${n}${path}/${removal}`, body, { 'if-match': `"${String(revision)}"` });
const undone = ({ path, undo }: Removable, body: object, revision: number) =>
  service.post(`${n}${path}/${undo}`, body, { 'if-match': `"${String(revision)}"` });

describe.each(BOTH)('%s', (_, what) => {
  it('is seen again from the day on which the publisher stood by it', async () => {
    await removed(what, byPublisher('2026-01-12'), 0).expect(201);
    const { body, headers } = await undone(what, byPublisher('2026-01-20'), 1).expect(201);
    expect(body).toMatchObject({ outcome: 'changed', revision: '2', projected: true });
    expect(headers.etag).toBe('"2"');
    expect(await seen('2026-01-11', '2026-01-12', '2026-01-19', '2026-01-20')).toEqual([true, false, false, true]);
  });

  it('is seen as if nothing had been, where it was our mistake', async () => {
    await removed(what, { reason: 'coding', note: 'n' }, 0).expect(201);
    expect(await seen('2026-01-11', '2026-02-01')).toEqual([false, false]);
    await undone(what, OUR_MISTAKE, 1).expect(201);
    expect(await seen('2026-01-11', '2026-02-01')).toEqual([true, true]);
  });

  it('may be removed and given back any number of times', async () => {
    await removed(what, byPublisher('2026-01-12'), 0).expect(201);
    await undone(what, byPublisher('2026-01-20'), 1).expect(201);
    await removed(what, byPublisher('2026-02-01'), 2).expect(201);
    await undone(what, byPublisher('2026-02-10'), 3).expect(201);
    const days = ['2026-01-11', '2026-01-15', '2026-01-25', '2026-02-05', '2026-02-10'];
    expect(await seen(...days)).toEqual([true, false, true, false, true]);
  });

  it('stays as it was for those who ask for what was recorded before', async () => {
    const { body } = await removed(what, byPublisher('2026-01-12'), 0).expect(201);
    const before = await service.read(`${n}/reports?asOf=2026-03-01&recordedBy=@${body.position}`).expect(200);
    await undone(what, OUR_MISTAKE, 1).expect(201);
    const after = await service.read(`${n}/reports?asOf=2026-03-01&recordedBy=@${body.position}`).expect(200);
    expect(after.text).toBe(before.text);
    expect(ids(after.body)).toEqual([]);
  });

  it('needs the revision; repeated, it is told so whatever the revision', async () => {
    await removed(what, byPublisher('2026-01-12'), 0).expect(201);
    expect((await service.post(`${n}${what.path}/${what.undo}`, OUR_MISTAKE).expect(428)).body.code).toBe('revision-required');
    expect((await undone(what, OUR_MISTAKE, 0).expect(412)).body.code).toBe('stale-revision');
    const { body } = await undone(what, OUR_MISTAKE, 1).expect(201);
    for (const revision of [0, 1, 2]) {
      expect((await undone(what, OUR_MISTAKE, revision).expect(200)).body).toEqual({ ...body, outcome: 'unchanged' });
    }
    expect(await service.head()).toBe(body.position);
  });

  it('has nothing to take back where nothing was removed, or all is given back', async () => {
    expect((await undone(what, OUR_MISTAKE, 0).expect(409)).body.code).toBe('nothing-to-undo');
    await removed(what, byPublisher('2026-01-12'), 0).expect(201);
    expect((await removed(what, OUR_MISTAKE, 1).expect(409)).body.code).toBe(what.code);
    await undone(what, OUR_MISTAKE, 1).expect(201);
    expect((await undone(what, byPublisher('2026-01-20'), 2).expect(409)).body.code).toBe('nothing-to-undo');
  });

  it('by the publisher needs the day', async () => {
    await removed(what, byPublisher('2026-01-12'), 0).expect(201);
    const { body } = await undone(what, { reason: 'source', note: 'n' }, 1).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '#/published' })]);
  });

  it('posted while it is removed is answered as always, with what hides it', async () => {
    await removed(what, byPublisher('2026-01-12'), 0).expect(201);
    const told = { reason: 'source', published: { ...UNSAID, edtf: '2026-01-12' }, note: 'erratum' };
    const by = what === REPORT ? { by: 'retraction', report: 'russia-demands' } : { by: 'withdrawal', source: 'times' };
    const hiddenBy = [{ ...by, ...told }];
    const { body } = await service.post(`${n}/reports`, REPORTS.PositionStated).expect(200);
    expect(body).toMatchObject({ outcome: 'unchanged', id: 'russia-demands', hiddenBy });
    const { id, ...rest } = REPORTS.PositionStated;
    const [line] = await service.importLines(n.slice(1), [{ entry: 'report', id, ...rest }]);
    expect(line).toEqual({ line: 1, id, outcome: 'unchanged', hiddenBy });
    await undone(what, OUR_MISTAKE, 1).expect(201);
    expect((await service.post(`${n}/reports`, REPORTS.PositionStated).expect(200)).body).not.toHaveProperty('hiddenBy');
    expect(await service.importLines(n.slice(1), [{ entry: 'report', id, ...rest }])).toMatchObject([{ outcome: 'unchanged' }, {}]);
  });
});

it('a new report on a withdrawn source is recorded, and told to be hidden until the source is readmitted', async () => {
  await removed(SOURCE, OUR_MISTAKE, 0).expect(201);
  const { body } = await service.post(`${n}/reports`, REPORTS.ContextReported).expect(201);
  expect(body).toMatchObject({ outcome: 'created', hiddenBy: [{ by: 'withdrawal', source: 'times' }] });
  expect(ids((await service.read(`${n}/reports`).expect(200)).body)).toEqual([]);
  await undone(SOURCE, OUR_MISTAKE, 1).expect(201);
  expect(ids((await service.read(`${n}/reports`).expect(200)).body).toSorted()).toEqual(['attack', 'russia-demands']);
});

it('a report is corrected again once it is reinstated, and its history tells all in turn', async () => {
  const { id: _, ...content } = REPORTS.PositionStated;
  const correction = { reason: 'coding', note: 'misread', report: { ...content, summary: 'Corrected.' } };
  const corrected = (revision: number) =>
    service.post(`${n}/reports/russia-demands/corrections`, correction, { 'if-match': `"${String(revision)}"` });
  await removed(REPORT, byPublisher('2026-01-12'), 0).expect(201);
  expect((await corrected(1).expect(409)).body.code).toBe('report-retracted');
  await undone(REPORT, OUR_MISTAKE, 1).expect(201);
  await corrected(2).expect(201);
  expect((await service.read(`${n}/reports/russia-demands`).expect(200)).body).toMatchObject({ summary: 'Corrected.', revision: '3' });
  const { body } = await service.read(`${n}/reports/russia-demands/history`).expect(200);
  expect(body.items.map(({ kind, reason, note }) => [kind, reason, note] as unknown[])).toEqual([
    ['original', null, null],
    ['retraction', 'source', 'erratum'],
    ['reinstatement', 'coding', 'we mixed two reports up'],
    ['correction', 'coding', 'misread'],
  ]);
});

it('a source tells its latest withdrawal, and what took it back', async () => {
  const source = async (): Promise<Json> => (await service.read(`${n}/sources/times`).expect(200)).body;
  expect(await source()).toMatchObject({ withdrawal: null, readmission: null });
  await removed(SOURCE, byPublisher('2026-01-12'), 0).expect(201);
  expect(await source()).toMatchObject({ withdrawal: { note: 'erratum' }, readmission: null });
  await undone(SOURCE, OUR_MISTAKE, 1).expect(201);
  expect(await source()).toMatchObject({ withdrawal: { note: 'erratum' }, readmission: { note: OUR_MISTAKE.note, reason: 'coding' } });
  await removed(SOURCE, byPublisher('2026-02-01', 'again'), 2).expect(201);
  expect(await source()).toMatchObject({ withdrawal: { note: 'again' }, readmission: null });
});

it('the history of a report gives the revision as its ETag: who has that revision has its versions', async () => {
  const path = `${n}/reports/russia-demands/history`;
  expect((await service.read(path).expect(200)).headers.etag).toBe('"0"');
  await removed(REPORT, OUR_MISTAKE, 0).expect(201);
  const { headers, body } = await service.read(path).expect(200);
  expect(headers.etag).toBe('"1"');
  await service.post(`${n}/reports/russia-demands/reinstatement`, OUR_MISTAKE, { 'if-match': headers.etag ?? '' }).expect(201);
  await service.post(`${n}/reports`, REPORTS.ContextReported).expect(201);
  // Something else was recorded meanwhile, but nothing of this report.
  await service.read(path, { 'if-none-match': '"1"' }).expect(200);
  await service.read(path, { 'if-none-match': '"2"' }).expect(304);
  const fixed = `${path}?asOf=2026-03-01&recordedBy=${body.at.recordedBy}`;
  await service.read(fixed, { 'if-none-match': '"1"' }).expect(304);
  await service.read(fixed, { 'if-none-match': '"1"' }).expect(304);
});

it('the ETag of a read in If-Match is told apart, with what to send instead', async () => {
  const { headers } = await service.read(`${n}/reports/russia-demands`).expect(200);
  const { body } = await service
    .post(`${n}/reports/russia-demands/retraction`, OUR_MISTAKE, { 'if-match': headers.etag ?? '' })
    .expect(412);
  expect(body.code).toBe('not-a-revision');
  expect(body.detail).toMatch(/the ETag of a read.*"0"/);
});
