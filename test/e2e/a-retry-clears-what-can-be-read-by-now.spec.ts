import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { ReadModel } from '../../src/read-model/read-model.js';
import type { Json } from '../support/asked.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

const key = { authorization: `Bearer ${KEY}` };
const ISSUES = '/talks/issues?asOf=2026-02-01';
const retry = () => service.http.post('/v1/admin/projections/parked/retry').set(key);
const degraded = async (): Promise<Json[]> =>
  (await service.read(ISSUES).expect(200)).body.items.filter((issue) => issue.degraded === true);

async function status(): Promise<Json> {
  const { body } = await service.http.get('/v1/admin/projections').set(key).expect(200);
  const [readModel] = body.items;
  if (readModel === undefined) throw new Error('no projection is told');
  return readModel;
}

/** Fills the read model as a program would that knows no PositionStated. */
async function fillAsBefore(folder: string): Promise<void> {
  const path = join(folder, 'read-model.sqlite');
  rmSync(path);
  const readModel = new ReadModel(path);
  const log = new SqliteEventStore(join(folder, 'log.sqlite'), Date.now);
  for await (const events of log.readAll()) {
    readModel.apply(events.map((event) => (event.type === 'PositionStated' ? { ...event, type: 'PositionTaken' } : event)));
  }
  await log.close();
  readModel.close();
}

it('202, and when it is done nothing is parked and no issue is degraded', async () => {
  const { text: before } = await service.read(ISSUES).expect(200);
  await service.restart(fillAsBefore);
  const { parked } = await status();
  expect((parked as unknown[]).length).toBeGreaterThan(0);
  expect((await degraded()).length).toBeGreaterThan(0);

  const { body } = await retry().expect(202);
  expect(body).toMatchObject({ status: 'rebuilding', parked: (parked as unknown[]).length });
  let now = await status();
  for (; now.rebuild.state === 'running'; now = await status()) await pause(10);
  expect(now).toMatchObject({
    parked: [],
    rebuild: { state: 'swapped', reason: 'parked', same: false, cleared: (parked as unknown[]).length },
  });
  expect(await degraded()).toEqual([]);
  expect((await service.read(ISSUES).expect(200)).text).toBe(before);
});

it('needs a key', async () => {
  await service.http.post('/v1/admin/projections/parked/retry').expect(401);
});
