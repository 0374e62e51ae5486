import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { describeEventStore } from './event-store.contract.js';

describeEventStore('the embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'event-store-'));
  return {
    open: async () => new SqliteEventStore(join(folder, 'log.db'), Date.now),
    discard: () => rm(folder, { recursive: true }),
  };
});
