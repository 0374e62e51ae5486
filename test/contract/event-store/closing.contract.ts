import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../../../src/event-store/event-store.js';
import { collect } from '../collect.js';
import { idsOf, newEvent, newEvents } from '../new-event.js';
import type { StoreUnderTest } from './store-under-test.js';

/** What every store does when it is closed. */
export function describeClosing(tested: StoreUnderTest): void {
  describe('closing', () => {
    it('leaves everything to the next opening', async () => {
      const events = newEvents(3);
      const first = await tested.store.append(tested.stream(), events, 'no-stream');
      const all = await tested.readAll();
      await tested.store.close();
      await tested.open();
      expect(idsOf(await tested.readStream())).toEqual(idsOf(events));
      expect(await tested.readAll()).toEqual(all);
      expect(await tested.store.append(tested.stream(), events, 'no-stream')).toEqual(first);
      const next = await tested.store.append(tested.stream(), [newEvent()], first.revision);
      expect(next.position).toBeGreaterThan(first.position);
    });

    it('settles the appends that are under way', async () => {
      const appends = newEvents(5).map((event, i) => tested.store.append(tested.stream(`r${String(i)}`), [event], 'no-stream'));
      await tested.store.close();
      const appended = await Promise.all(appends);
      await tested.open();
      expect(new Set((await tested.readAll()).map((event) => event.position))).toEqual(
        new Set(appended.map((receipt) => receipt.position)),
      );
    });

    it('ends subscriptions, and makes every call StoreUnavailable', async () => {
      await tested.appendOneByOne(2);
      const following = collect(tested.store.subscribeAll(await tested.store.head(), new AbortController().signal));
      await sleep(50);
      await tested.store.close();
      await following;
      await expect(tested.store.append(tested.stream(), [newEvent()], 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(tested.readStream()).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(tested.readAll()).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(tested.store.head()).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await collect(tested.store.subscribeAll(tested.start, new AbortController().signal))).toEqual([]);
      await tested.store.close();
    });
  });
}
