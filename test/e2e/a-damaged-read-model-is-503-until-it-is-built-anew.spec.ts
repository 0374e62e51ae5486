import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadModel } from '../../src/read-model/read-model.js';
import { ReadableModel } from '../../src/read-model/readable-model.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  // Opened anew it stands in its file alone, without a journal.
  await service.restart();
});
afterAll(() => service.stop());

/** Overwrites the file under the running service, all but its first page. */
function scratch(): void {
  const readModel = service.app.get<ReadableModel, ReadModel>(ReadableModel);
  readModel.rows.run('PRAGMA shrink_memory');
  const file = openSync(readModel.path, 'r+');
  const { size } = statSync(readModel.path);
  writeSync(file, Buffer.alloc(size - 4_096, 0xab), 0, size - 4_096, 4_096);
  closeSync(file);
}

it('503 with Retry-After, not 500; then the same answers, and writes go on', async () => {
  const ISSUE = '/talks/issues/territory?asOf=2026-02-01';
  const { body: before } = await service.read(ISSUE).expect(200);
  scratch();
  // What was answered a moment ago still holds; the first question that is read from the file finds the damage.
  expect((await service.read(ISSUE).expect(200)).body).toEqual(before);
  const { body, headers } = await service.read(`${ISSUE}&certainty=any`).expect(503);
  expect(body).toMatchObject({ code: 'not-ready', detail: expect.stringMatching(/damaged/) as string });
  expect(headers['retry-after']).toBe('1');
  while ((await service.http.get('/health/ready')).status !== 200) await pause(10);
  const { body: after } = await service.read(ISSUE).expect(200);
  expect(after).toEqual(before);
  const { body: told } = await service.http
    .get('/v1/admin/projections')
    .set({ authorization: `Bearer ${KEY}` })
    .expect(200);
  expect(told.items[0]).toMatchObject({ damaged: false, rebuild: { state: 'swapped', reason: 'damage', same: null } });
  const written = await service.put('/talks/issues/later', { title: 'Later' }).expect(201);
  expect(written.body.projected).toBe(true);
});
