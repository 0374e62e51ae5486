import { type NewEvent, type RecordedEvent, RevisionConflict } from '../../../src/event-store/event-store.js';
import { hashOf } from '../../../src/event-store/event-hash.js';
import { newEvents } from '../new-event.js';
import type { StoreUnderTest } from './store-under-test.js';

/** What every store seals its events with. */
export function describeHashes(tested: StoreUnderTest): void {
  describe('hashes', () => {
    const chainOf = (events: readonly RecordedEvent[]) => events.map(({ metadata }) => metadata.streamSha256);
    const hashesOf = (events: readonly RecordedEvent[]) => events.map(({ metadata }) => metadata.sha256);

    it('each event bears that of its content, and that of the event before it in its stream, whoever appends', async () => {
      await tested.store.append(tested.stream(), newEvents(2), 'no-stream');
      await tested.store.append(tested.stream(), newEvents(2), 1n);
      await tested.store.append(tested.stream('r2'), newEvents(1), 'no-stream');
      await tested.store.close();
      await tested.open();
      await tested.store.append(tested.stream(), newEvents(1), 3n);
      const events = await tested.readStream();
      expect(hashesOf(events)).toEqual(events.map(hashOf));
      expect(chainOf(events)).toEqual([null, ...hashesOf(events).slice(0, -1)]);
      expect(chainOf(await tested.readStream(0n, tested.stream('r2')))).toEqual([null]);
    });

    it('one that lost a race bears that of the event that won it', async () => {
      await tested.store.append(tested.stream(), newEvents(1), 'no-stream');
      const racers = Array.from({ length: 5 }, () =>
        tested.store.append(tested.stream(), newEvents(1), 0n).catch((error: unknown) => error),
      );
      const outcomes = await Promise.all(racers);
      expect(outcomes.filter((outcome) => outcome instanceof RevisionConflict)).toHaveLength(4);
      await tested.store.append(tested.stream(), newEvents(1), 1n);
      const events = await tested.readStream();
      expect(chainOf(events)).toEqual([null, ...hashesOf(events).slice(0, -1)]);
    });

    it('a retry leaves them as they are', async () => {
      const events = newEvents(2);
      await tested.store.append(tested.stream(), events, 'no-stream');
      const before = await tested.readStream();
      await tested.store.append(
        tested.stream(),
        events.map((event) => ({ ...event, metadata: { ...event.metadata } })),
        'no-stream',
      );
      await tested.store.append(tested.stream(), newEvents(1), 1n);
      const after = await tested.readStream();
      expect(after.slice(0, 2)).toEqual(before);
      expect(after[2]?.metadata.streamSha256).toBe(before[1]?.metadata.sha256);
    });

    it('a copy keeps those that it brings, or none; what is appended behind it seals it as it is', async () => {
      const recordedAt = '2025-12-24T12:00:00.000Z';
      const copy = (event: NewEvent): NewEvent => ({ ...event, isCopy: true, metadata: { ...event.metadata, recordedAt } });
      await tested.store.append(tested.stream(), newEvents(1).map(copy), 'no-stream');
      await tested.store.append(tested.stream(), newEvents(1), 0n);
      const [old, next] = await tested.readStream();
      expect(old?.metadata).not.toHaveProperty('sha256');
      expect(next?.metadata.streamSha256).toBe(old && hashOf(old));
    });
  });
}
