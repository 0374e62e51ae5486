import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configOf } from '../../src/config.js';
import type { RunningService } from '../../src/service/running-service.js';
import { startService } from '../../src/service/service.js';

export const KEY = 'a-key-for-the-tests';

/** A service for the tests of one file, as it runs with the default settings and the seeds. */
export function serviceForDocs(): { readonly url: string } {
  let folder: string;
  let service: RunningService;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docs-'));
    const config = configOf({ PORT: '0', DATA_DIR: folder, ADMIN_API_KEY: KEY, LOG_LEVEL: 'silent' });
    const seedsFolder = join(import.meta.dirname, '../../seeds');
    // What the documentation says is doubtful is told on a busy machine too.
    service = await startService(config, { seedsFolder, seedNegotiation: 'ukraine-peace', patience: { doubtsMs: 10_000 } });
  });
  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true });
  });
  return {
    get url() {
      return service.url;
    },
  };
}
