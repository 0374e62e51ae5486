import { setTimeout as pause } from 'node:timers/promises';
import { KEY, startServiceInThreads, type TestService } from '../support/service.js';

const STATE = '/ukraine-peace/issues/territory?recordedBy=@150';
const ADMIN = { authorization: `Bearer ${KEY}` };

let service: TestService;
beforeAll(async () => {
  service = await startServiceInThreads({ loadSeeds: true });
});
afterAll(() => service.stop());

async function rebuilt(): Promise<void> {
  await service.http.post('/v1/admin/projections/rebuild').set(ADMIN).expect(202);
  for (;;) {
    const { body } = await service.http.get('/v1/admin/projections').set(ADMIN).expect(200);
    const rebuild = body.items[0]?.rebuild as { state: string; same: boolean; error: string | null };
    if (rebuild.state !== 'running') {
      expect(rebuild).toMatchObject({ state: 'swapped', same: true, error: null });
      return;
    }
    await pause(5);
  }
}

it('and every question has the same answer all the while', async () => {
  const { text } = await service.read(`${STATE}&asOf=2026-01-20`).expect(200);
  let isOver = false;
  let asked = 0;
  const readers = Array.from({ length: 4 }, async (_, i) => {
    while (!isOver) {
      // Another parameter each time, so that no answer is one that was kept.
      asked += 1;
      const { text: again } = await service
        .read(`${STATE}&asOf=2026-01-20&certainty=any${'&knownBy=2026-02-01'.repeat(i % 2)}`)
        .expect(200);
      if (i % 2 === 0) expect(again).toBe(text);
      await service.read(`/ukraine-peace/issues?limit=3&asOf=2026-01-${String(10 + (asked % 20))}`).expect(200);
    }
  });
  for (let i = 0; i < 5; i += 1) await rebuilt();
  isOver = true;
  await Promise.all(readers);
  expect(asked).toBeGreaterThan(0);
});

it('and what is recorded meanwhile is shown', async () => {
  const rebuilding = rebuilt();
  for (let i = 0; i < 20; i += 1) {
    const { body } = await service.put(`/ukraine-peace/issues/meanwhile-${String(i)}`, { title: 'Meanwhile' }).expect(201);
    await service.read(`/ukraine-peace/issues/meanwhile-${String(i)}?recordedBy=@${body.position}`).expect(200);
  }
  await rebuilding;
});
