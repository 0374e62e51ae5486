import { get } from 'node:http';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startServiceInThreads, type TestService } from '../support/service.js';

let service: TestService;
let folder: string;
beforeAll(async () => {
  service = await startServiceInThreads({ loadSeeds: true });
  await service.restart((of) => {
    folder = of;
  });
});
afterAll(() => service.stop());

/** Takes the first bytes of an answer and leaves. */
async function leftEarly(path: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const asked = get(`${service.url}/v1/negotiations/ukraine-peace${path}`, (answer) => {
      answer.once('data', () => {
        answer.destroy();
      });
      answer.once('close', resolve);
    });
    asked.once('error', () => {
      resolve();
    });
  });
}

it.each(['/reports?limit=1', '/issues?limit=1', '/stances?limit=1', '/reports?q=a&limit=1', '/replay?axis=occurred', '/export'])(
  '%s: what is recorded later can still be written into the files',
  async (path) => {
    await leftEarly(path);
    await service.put('/ukraine-peace/issues/later', { title: `Later than ${path}` });
    for (const name of ['read-model.sqlite', 'log.sqlite']) {
      const file = new DatabaseSync(join(folder, name));
      const [outcome] = file.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      file.close();
      expect(outcome).toMatchObject({ busy: 0 });
      expect(statSync(join(folder, `${name}-wal`)).size).toBe(0);
    }
  },
);
