import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServiceInThreads, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

const ISSUE = '/talks/issues/territory?asOf=2026-02-01';
const FIRST_PAGE = 4_096;

let service: TestService;
let file: string;
beforeAll(async () => {
  service = await startServiceInThreads();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

/** Overwrites a file, all but its first page. */
function scratch(path: string): void {
  const opened = openSync(path, 'r+');
  const { size } = statSync(path);
  writeSync(opened, Buffer.alloc(size - FIRST_PAGE, 0xab), 0, size - FIRST_PAGE, FIRST_PAGE);
  closeSync(opened);
}

it('503 until the file is built anew, then the same answers', async () => {
  const { body: before } = await service.read(ISSUE).expect(200);
  // Opened anew it stands in its file alone, and no thread has read of it.
  await service.restart((folder) => {
    file = join(folder, 'read-model.sqlite');
  });
  scratch(file);
  const { body } = await service.read(ISSUE).expect(503);
  expect(body).toMatchObject({ code: 'not-ready', detail: expect.stringMatching(/damaged/) as string });
  while ((await service.http.get('/health/ready')).status !== 200) await pause(10);
  expect((await service.read(ISSUE).expect(200)).body).toEqual(before);
  const written = await service.put('/talks/issues/later', { title: 'Later' }).expect(201);
  expect(written.body.projected).toBe(true);
});
