import { compareLogs } from '../../src/copying/compare-logs.js';
import { copyLog } from '../../src/copying/copy-log.js';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { collect } from '../contract/collect.js';
import { serverOfTests } from '../support/fault-server.js';
import { CopyingPlace } from './copying-place.js';

const program = process.env.TEST_EVENTSTOREDB_PROGRAM;
const port = Number(process.env.TEST_EVENTSTOREDB_PROGRAM_PORT ?? 2399) + 3;

if (!program) {
  process.stdout.write(
    'Nothing was copied into a real EventStoreDB: TEST_EVENTSTOREDB_PROGRAM, which takes a port and options, is not set.\n',
  );
  it.todo('there and back through a real server');
} else {
  describe('a real server', () => {
    const server = serverOfTests(program, port);
    const place = new CopyingPlace();
    afterEach(() => place.clear());

    it('stopped half-way and repeated, and back into a file, keeps all but the positions', async () => {
      const original = await place.aFilledLog();
      const there = place.kept(new EventStoreDbEventStore(server.url, Date.now));
      for await (const _ of copyLog(original, there)) break;
      await collect(copyLog(original, there));
      const back = place.embedded();
      await collect(copyLog(there, back));
      const all = async (log: typeof back | typeof there): Promise<object[]> =>
        (await collect(log.readAll())).flat().map(({ position: _, ...rest }: RecordedEvent) => rest);
      const events = await all(back);
      expect(events.length).toBeGreaterThan(700);
      expect(await all(there)).toEqual(events);
      for (const copy of [there, back]) {
        expect(await compareLogs(original, copy)).toEqual({ same: events.length, difference: undefined });
      }
    });
  });
}
