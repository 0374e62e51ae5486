import { type NewEvent, RevisionConflict } from '../../../src/event-store/event-store.js';
import { idsOf, newEvent, newEvents } from '../new-event.js';
import type { StoreUnderTest } from './store-under-test.js';

/** What every store does where several append, or one appends again. */
export function describeWriters(tested: StoreUnderTest): void {
  describe('parallel writers', () => {
    it('lets exactly one win a stream', async () => {
      const outcomes = await Promise.allSettled(newEvents(12).map((event) => tested.store.append(tested.stream(), [event], 'no-stream')));
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost).toHaveLength(11);
      for (const { reason } of lost) expect(reason).toBeInstanceOf(RevisionConflict);
      expect(await tested.readStream()).toHaveLength(1);
    });

    it('loses nothing where each has its stream', async () => {
      const writers = Array.from({ length: 20 }, (_, i) => tested.appendOneByOne(10, tested.stream(`r${String(i)}`)));
      const appended = (await Promise.all(writers)).flat();
      const read = await tested.readAll();
      expect(read).toHaveLength(200);
      const positions = new Set(read.map((event) => event.position));
      expect(positions).toEqual(new Set(appended.map((receipt) => receipt.position)));
    });
  });

  describe('retry', () => {
    const again = (events: readonly NewEvent[]): NewEvent[] => events.map((event) => ({ ...event, metadata: { ...event.metadata } }));

    it('appends once and gives the same receipt', async () => {
      const events = newEvents(3);
      const first = await tested.store.append(tested.stream(), events, 'no-stream');
      expect(await tested.store.append(tested.stream(), again(events), 'no-stream')).toEqual(first);
      expect(idsOf(await tested.readStream())).toEqual(idsOf(events));
    });

    it('is recognised after others have appended behind it', async () => {
      await tested.store.append(tested.stream(), newEvents(1), 'no-stream');
      const events = newEvents(2);
      const first = await tested.store.append(tested.stream(), events, 0n);
      await tested.store.append(tested.stream(), newEvents(2), first.revision);
      expect(await tested.store.append(tested.stream(), again(events), 0n)).toEqual(first);
      expect(await tested.readStream()).toHaveLength(5);
    });

    it('appends once where both are under way together', async () => {
      const events = newEvents(2);
      const [one, other] = await Promise.all([
        tested.store.append(tested.stream(), events, 'no-stream'),
        tested.store.append(tested.stream(), events, 'no-stream'),
      ]);
      expect(other).toEqual(one);
      expect(await tested.readStream()).toHaveLength(2);
    });

    it('is a conflict with another expectation, or with a further event', async () => {
      const events = newEvents(3);
      await tested.store.append(tested.stream(), events, 'no-stream');
      await expect(tested.store.append(tested.stream(), events.slice(0, 1), 1n)).rejects.toBeInstanceOf(RevisionConflict);
      await expect(tested.store.append(tested.stream(), [...events, newEvent()], 'no-stream')).rejects.toBeInstanceOf(RevisionConflict);
      expect(await tested.readStream()).toHaveLength(3);
    });
  });
}
