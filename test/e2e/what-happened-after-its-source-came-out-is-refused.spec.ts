import { randomUUID } from 'node:crypto';
import { EventStore } from '../../src/event-store/event-store.token.js';
import { type Json, pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, type ReportBody, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
let n: string;
let negotiations = 0;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());
beforeEach(async () => {
  n = await aNegotiation(service, `talks-${String((negotiations += 1))}`);
});

const POSITION = REPORTS.PositionStated;
const WRONG_YEAR = { ...POSITION, occurred: '2027-01-03' };
const ENDED = { ...POSITION, data: { ...(POSITION.data as object), until: '2026-01-02' } };
const asCorrection = ({ id: _, ...report }: { readonly id: string }) => ({ reason: 'coding', note: 'n', report });
const asLine = (entry: string, body: Readonly<Record<string, unknown>>) => ({ entry, ...body, id: POSITION.id });

describe('a report', () => {
  it.each([
    ['that happened wholly after its source came out', WRONG_YEAR, '#/occurred', 'after-publication'],
    ['that ends before it begins', ENDED, '#/data/until', 'ends-before-it-begins'],
  ])('%s is refused, and nothing is recorded', async (_, body, pointer, code) => {
    const before = await service.head();
    const { errors } = (await service.post(`${n}/reports`, body).expect(422)).body;
    expect(errors).toMatchObject([{ pointer, code }]);
    expect(await service.head()).toBe(before);
  });

  it('tells that beside the ids that do not exist', async () => {
    const { body } = await service.post(`${n}/reports`, { ...WRONG_YEAR, issues: ['teritory'] }).expect(422);
    expect(pointers(body).toSorted()).toEqual(['#/issues/0', '#/occurred']);
  });

  it('tells that beside the faults of its form, in an import too', async () => {
    const faulty = { ...WRONG_YEAR, summary: '' };
    expect(pointers((await service.post(`${n}/reports`, faulty).expect(422)).body).toSorted()).toEqual(['#/occurred', '#/summary']);
    const [line] = await service.importLines(n.slice(1), [asLine('correction', { ...asCorrection(ENDED), note: '' })]);
    expect(pointers(line?.problem as Json).toSorted()).toEqual(['#/note', '#/report/data/until']);
    const { body } = await service.post(`${n}/reports`, { ...WRONG_YEAR, occurred: '2027-13', summary: '' }).expect(422);
    expect(pointers(body).toSorted()).toEqual(['#/occurred', '#/summary']);
  });

  it('that begins with the last day of its source is taken', async () => {
    await service.put(`${n}/sources/window`, { published: '2026-01-05/2026-01-07' }).expect(201);
    await service.post(`${n}/reports`, { ...POSITION, occurred: '2026-01-07/2026-01-20', source: { id: 'window' } }).expect(201);
  });

  it('is held to its source as it is now, however often that was used before it changed', async () => {
    const told = { ...POSITION, id: undefined, occurred: '2026-01-07', source: { id: 'moved' } };
    await service.put(`${n}/sources/moved`, { published: '2026-01-08' }).expect(201);
    await service.post(`${n}/reports`, told).expect(201);
    await service.post(`${n}/reports`, told).expect(201);
    await service.put(`${n}/sources/moved`, { published: '2026-01-06' }, { 'if-match': '"0"' }).expect(200);
    expect(pointers((await service.post(`${n}/reports`, told).expect(422)).body)).toEqual(['#/occurred']);
    await service.put(`${n}/sources/moved`, { published: '2026-01-09' }, { 'if-match': '"1"' }).expect(200);
    await service.post(`${n}/reports`, told).expect(201);
  });
});

it('a correction is held to the source of its own content', async () => {
  await service.post(`${n}/reports`, POSITION).expect(201);
  const correct = (body: ReportBody) => service.post(`${n}/reports/${POSITION.id}/corrections`, asCorrection(body), { 'if-match': '"0"' });
  expect((await correct(WRONG_YEAR).expect(422)).body.errors).toMatchObject([{ pointer: '#/report/occurred', code: 'after-publication' }]);
  expect((await correct(ENDED).expect(422)).body.errors).toMatchObject([{ pointer: '#/report/data/until' }]);
  await correct({ ...POSITION, occurred: '2026-01-08', source: { id: 'post' } }).expect(201);
});

it('an import is held to that too, line by line and as an array', async () => {
  const lines = [asLine('report', WRONG_YEAR), asLine('report', POSITION), asLine('correction', asCorrection(ENDED))];
  const answer = await service.importLines(n.slice(1), lines);
  expect(answer.map(({ outcome }) => outcome as string | undefined)).toEqual(['rejected', 'created', 'rejected', undefined]);
  expect(answer[0]?.problem).toMatchObject({ code: 'invalid-body', errors: [{ pointer: '#/occurred' }] });
  expect(answer[2]?.problem).toMatchObject({ errors: [{ pointer: '#/report/data/until' }] });

  const source = { entry: 'source', id: 'new', published: '2026-01-05' };
  const array = [{ ...asLine('report', WRONG_YEAR), id: 'other', source: { id: 'new' } }, source];
  expect(pointers((await service.post(`${n}/import`, array).expect(422)).body)).toEqual(['#/0/occurred']);
});

describe('what was recorded before', () => {
  it('is not refused because its source is dated anew, nor is what is sent again', async () => {
    await service.post(`${n}/reports`, POSITION).expect(201);
    await service.put(`${n}/sources/times`, { published: '2026-01-02' }).expect(200);
    expect((await service.read(`${n}/reports/${POSITION.id}`).expect(200)).body).toMatchObject({ occurred: { edtf: '2026-01-03' } });
    expect((await service.post(`${n}/reports`, POSITION).expect(200)).body).toMatchObject({ outcome: 'unchanged' });
    expect(await service.importLines(n.slice(1), [asLine('report', POSITION)])).toMatchObject([{ outcome: 'unchanged' }, {}]);
  });

  it('by an older version is answered, exported and imported', async () => {
    await service.post(`${n}/reports`, POSITION).expect(201);
    await anOldVersionRecorded(n.slice(1));
    expect((await service.read(`${n}/reports/old`).expect(200)).body).toMatchObject({ occurred: { edtf: '2027-01-03' } });
    const lines = await service.exported(n.slice(1));
    expect(lines.filter(({ asRecorded }) => asRecorded === true).map(({ id }) => id)).toEqual(['old']);

    const other = await startTestService();
    try {
      const answer = await other.importLines(n.slice(1), lines);
      expect(answer.at(-1)?.summary).toMatchObject({ rejected: 0 });
      const [first, again] = [await service.read(`${n}/issues/territory`), await other.read(`${n}/issues/territory`)];
      expect(again.body.stances).toEqual(first.body.stances);
      expect((await other.importLines(n.slice(1), lines)).at(-1)?.summary).toMatchObject({ rejected: 0, created: 0 });
    } finally {
      await other.stop();
    }
  });
});

/** Appends what `post` would refuse, as a version did that took it. */
async function anOldVersionRecorded(negotiation: string): Promise<void> {
  const store = service.app.get(EventStore);
  for await (const stored of store.readStream(`report-${negotiation}.${POSITION.id}`)) {
    const { type, data, metadata } = stored;
    const old = {
      ...(data as object),
      id: 'old',
      occurred: { edtf: '2027-01-03', phrase: null, basis: 'explicit', anchor: null, note: null },
    };
    const { position } = await store.append(`report-${negotiation}.old`, [{ id: randomUUID(), type, data: old, metadata }], 'no-stream');
    await service.read(`/${negotiation}/reports?recordedBy=@${String(position)}`).expect(200);
  }
}

it('only a line of an import may say that it was recorded so', async () => {
  const { body } = await service.post(`${n}/reports`, { ...WRONG_YEAR, asRecorded: true }).expect(422);
  expect(pointers(body)).toContain('#/asRecorded');
  expect(await service.importLines(n.slice(1), [{ ...asLine('report', WRONG_YEAR), asRecorded: true }])).toMatchObject([
    { outcome: 'created' },
    {},
  ]);
  const [line] = await service.importLines(n.slice(1), [{ ...asLine('report', WRONG_YEAR), asRecorded: 'yes', extra: 1 }]);
  expect(pointers(line?.problem as Json).toSorted()).toEqual(['#/asRecorded', '#/extra', '#/occurred']);
});
