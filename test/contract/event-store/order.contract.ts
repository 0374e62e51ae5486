import { RevisionConflict } from '../../../src/event-store/event-store.js';
import { negotiationStream, sourceStream } from '../../../src/event-store/stream-names.js';
import { idsOf, newEvent, newEvents } from '../new-event.js';
import type { StoreUnderTest } from './store-under-test.js';

/** What every store keeps of the order of its events, and of what an append expects. */
export function describeOrder(tested: StoreUnderTest): void {
  describe('order', () => {
    it('keeps a stream in the order of its appends, with revisions from 0', async () => {
      const [first, second] = [newEvents(3), newEvents(2)];
      const { revision } = await tested.store.append(tested.stream(), first, 'no-stream');
      await tested.store.append(tested.stream(), second, revision);
      const read = await tested.readStream();
      expect(idsOf(read)).toEqual(idsOf([...first, ...second]));
      expect(read.map((event) => event.revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
    });

    it('keeps one order over all streams, by ascending position', async () => {
      const names = [
        tested.stream('r1'),
        negotiationStream(tested.negotiation),
        sourceStream(tested.negotiation, 's1'),
        tested.stream('r2'),
      ];
      const appended: string[] = [];
      for (const name of names) {
        const events = newEvents(2);
        await tested.store.append(name, events, 'no-stream');
        appended.push(...idsOf(events));
      }
      const read = await tested.readAll();
      expect(idsOf(read)).toEqual(appended);
      const positions = read.map((event) => event.position);
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1)));
    });

    it('keeps the order in which appends to many streams are made, though none waits for another', async () => {
      const events = newEvents(500);
      await Promise.all(events.map((event, i) => tested.store.append(tested.stream(`r${String(i)}`), [event], 'no-stream')));
      expect(idsOf(await tested.readAll())).toEqual(idsOf(events));
    });

    it('gives an append the revision and the position of its last event', async () => {
      const appended = await tested.store.append(tested.stream(), newEvents(3), 'no-stream');
      const last = (await tested.readStream()).at(-1);
      expect(last).toMatchObject({ revision: appended.revision, position: appended.position });
      expect(last?.metadata.recordedAt).toBe(appended.recordedAt);
    });

    it('reads a stream from a revision on, which is included', async () => {
      const events = newEvents(4);
      await tested.store.append(tested.stream(), events, 'no-stream');
      expect(idsOf(await tested.readStream(2n))).toEqual(idsOf(events.slice(2)));
      expect(await tested.readStream(4n)).toEqual([]);
    });

    it('reads nothing of a stream that is missing', async () => {
      expect(await tested.readStream()).toEqual([]);
    });

    it('reads more events than fit into one page', async () => {
      const events = newEvents(1_203);
      await tested.store.append(tested.stream(), events, 'no-stream');
      expect(idsOf(await tested.readStream())).toEqual(idsOf(events));
      expect(idsOf(await tested.readAll())).toEqual(idsOf(events));
    });
  });

  describe('expectation', () => {
    it('refuses a stale revision and says where the stream is', async () => {
      await tested.store.append(tested.stream(), newEvents(3), 'no-stream');
      const conflict = new RevisionConflict(tested.stream(), 1n, 2n);
      await expect(tested.store.append(tested.stream(), [newEvent()], 1n)).rejects.toEqual(conflict);
      await expect(tested.store.append(tested.stream(), [newEvent()], 1n)).rejects.toBeInstanceOf(RevisionConflict);
      expect(await tested.readStream()).toHaveLength(3);
    });

    it('refuses a revision that the stream has not reached', async () => {
      await tested.store.append(tested.stream(), newEvents(2), 'no-stream');
      await expect(tested.store.append(tested.stream(), [newEvent()], 7n)).rejects.toMatchObject({ expected: 7n, actual: 1n });
    });

    it('refuses to begin a stream that exists', async () => {
      await tested.store.append(tested.stream(), [newEvent()], 'no-stream');
      await expect(tested.store.append(tested.stream(), [newEvent()], 'no-stream')).rejects.toMatchObject({
        expected: 'no-stream',
        actual: 0n,
      });
    });

    it('refuses a revision of a stream that is missing', async () => {
      const append = tested.store.append(tested.stream(), [newEvent()], 0n);
      await expect(append).rejects.toMatchObject({ stream: tested.stream(), expected: 0n, actual: 'no-stream' });
      expect(await tested.readStream()).toEqual([]);
    });
  });

  describe('head', () => {
    it('is the position of the last event', async () => {
      const { position } = await tested.store.append(tested.stream('r1'), newEvents(3), 'no-stream');
      expect(await tested.store.head()).toBe(position);
      const next = await tested.store.append(tested.stream('r2'), newEvents(1), 'no-stream');
      expect(next.position).toBeGreaterThan(position);
      expect(await tested.store.head()).toBe(next.position);
    });

    it('has nothing behind it', async () => {
      await tested.appendOneByOne(2);
      expect(await tested.readAll(await tested.store.head())).toEqual([]);
    });
  });
}
