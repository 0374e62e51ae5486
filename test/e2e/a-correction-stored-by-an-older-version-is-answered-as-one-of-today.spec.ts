import type { Json as StoredJson, RecordedEvent } from '../../src/event-store/event-store.js';
import { EventStore } from '../../src/event-store/event-store.token.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

const REPORT = 'russia-demands';
const { id: _, ...content } = REPORTS.PositionStated;
const correction = { reason: 'source', published: '2026-01-12', note: 'erratum', report: { ...content, summary: 'Corrected.' } };

let today: TestService;
let older: TestService;
beforeAll(async () => {
  [today, older] = [await startTestService(), await startTestService()];
  for (const service of [today, older]) {
    await aNegotiation(service);
    await postReports(service);
  }
  await correct(today, '"0"').expect(201);
  const { stream, type, data, metadata } = await lastOf(today);
  const { reportVersion: __, ...dataOfVersion1 } = data as Record<string, StoredJson>;
  const event = { id: '00000000-0000-4000-8000-000000000009', type, data: dataOfVersion1, metadata: { ...metadata, version: 1 } };
  await older.app.get(EventStore).append(stream, [event], 0n);
});
afterAll(() => Promise.all([today.stop(), older.stop()]));

function correct(service: TestService, revision: string, note = correction.note) {
  return service.post(`/talks/reports/${REPORT}/corrections`, { ...correction, note }, { 'if-match': revision });
}

async function lastOf(service: TestService): Promise<RecordedEvent> {
  const events: RecordedEvent[] = [];
  for await (const event of service.app.get(EventStore).readStream(`report-talks.${REPORT}`)) events.push(event);
  const last = events.at(-1);
  if (last === undefined) throw new Error('the report is not recorded');
  return last;
}

it('a correction is stored in version 2, which says the version of its content', async () => {
  expect(await lastOf(today)).toMatchObject({ type: 'ReportCorrected', metadata: { version: 2 }, data: { reportVersion: 1 } });
  expect((await lastOf(older)).metadata.version).toBe(1);
});

it('posted again it repeats the one of version 1', async () => {
  const { body } = await correct(older, '"0"').expect(200);
  expect(body).toMatchObject({ outcome: 'unchanged', revision: '1', projected: true });
});

it.each([`/reports/${REPORT}`, `/reports/${REPORT}/history`, '/reports?axis=recorded', '/issues/territory', '/stances', '/changes'])(
  '%s answers the same',
  async (path) => {
    await correct(older, '"0"').expect(200);
    const [first, second] = [await today.read(`/talks${path}`).expect(200), await older.read(`/talks${path}`).expect(200)];
    expect(second.text).toBe(first.text);
    expect(first.text).not.toContain('reportVersion');
  },
);

it('the export is the same, and says nothing of versions of storage', async () => {
  const lines = await older.exported('talks');
  expect(lines).toEqual(await today.exported('talks'));
  expect(lines.find(({ entry }) => entry === 'correction')).toMatchObject({ id: REPORT, note: 'erratum' });
  expect(JSON.stringify(lines)).not.toContain('reportVersion');
});

it('a correction behind one of version 1 is stored in the version of today', async () => {
  await correct(older, '"1"', 'once more').expect(201);
  expect((await lastOf(older)).metadata.version).toBe(2);
  const { body } = await older.read(`/talks/reports/${REPORT}`).expect(200);
  expect(body.corrections).toMatchObject([{ note: 'erratum' }, { note: 'once more' }]);
});
