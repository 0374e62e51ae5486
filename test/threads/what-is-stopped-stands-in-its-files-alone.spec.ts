import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { startServiceInThreads } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

it('a log that is copied after a stop holds every event, without the journal beside it', async () => {
  const service = await startServiceInThreads();
  await aNegotiation(service);
  await postReports(service);
  const head = BigInt(await service.head());
  const elsewhere = mkdtempSync(join(tmpdir(), 'copied-log-'));
  await service.restart((folder) => {
    for (const suffix of ['-wal', '-shm']) expect(existsSync(join(folder, `log.sqlite${suffix}`))).toBe(false);
    copyFileSync(join(folder, 'log.sqlite'), join(elsewhere, 'log.sqlite'));
  });
  await service.stop();
  const copy = new SqliteEventStore(join(elsewhere, 'log.sqlite'), Date.now);
  expect(await copy.head()).toBe(head);
  await copy.close();
  rmSync(elsewhere, { recursive: true });
});
