import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { KEY, startServiceInThreads, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

const ADMIN = { authorization: `Bearer ${KEY}` };
const ISSUE = '/talks/issues/territory?asOf=2026-02-01';

let service: TestService;
let file: string;
beforeAll(async () => {
  service = await startServiceInThreads();
  await aNegotiation(service);
  await postReports(service);
  await service.restart((folder) => {
    file = join(folder, 'read-model.sqlite');
  });
});
afterAll(() => service.stop());

it('by a rebuild, while every question is answered', async () => {
  const { body: before } = await service.read(ISSUE).expect(200);
  rmSync(file);
  await service.http.post('/v1/admin/projections/rebuild').set(ADMIN).expect(202);
  for (;;) {
    await service.read(`${ISSUE}&certainty=any`).expect(200);
    const { body } = await service.http.get('/v1/admin/projections').set(ADMIN).expect(200);
    const rebuild = body.items[0]?.rebuild as { state: string; error: string | null };
    if (rebuild.state !== 'running') {
      expect(rebuild).toMatchObject({ state: 'swapped', error: null });
      break;
    }
    await pause(5);
  }
  expect((await service.read(ISSUE).expect(200)).body).toEqual(before);
  expect((await service.read('/talks/issues').expect(200)).body.items).not.toEqual([]);
  await service.restart();
  expect((await service.read(ISSUE).expect(200)).body).toEqual(before);
});
