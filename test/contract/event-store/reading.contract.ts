import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '../../../src/event-store/event-store.js';
import { BEFORE_ALL } from '../../../src/vocabulary/position.js';
import { collect } from '../collect.js';
import { idsOf, newEvent, newEvents } from '../new-event.js';
import type { StoreUnderTest } from './store-under-test.js';

/** How every store gives what it holds: from any position on, up to the head or live. */
export function describeReading(tested: StoreUnderTest): void {
  describe('resuming', () => {
    it('gives exactly the rest after any position', async () => {
      await tested.appendOneByOne(3, tested.stream('r1'));
      await tested.store.append(tested.stream('r2'), newEvents(3), 'no-stream');
      await tested.appendOneByOne(2, tested.stream('r3'));
      const all = await tested.readAll();
      expect(all).toHaveLength(8);
      for (const [i, { position }] of all.entries()) {
        const rest = idsOf(all.slice(i + 1));
        expect(idsOf(await tested.readAll(position))).toEqual(rest);
        if (rest.length > 0) expect(idsOf(await tested.follow(rest.length, position))).toEqual(rest);
      }
    });

    it('reads up to the head of the moment, and no further', async () => {
      await tested.store.append(tested.stream(), newEvents(700), 'no-stream');
      const seen: RecordedEvent[] = [];
      for await (const batch of tested.store.readAll(tested.start)) {
        if (seen.length === 0) await tested.appendOneByOne(3, tested.stream('later'));
        await sleep(50);
        seen.push(...batch.filter(tested.isOfThisTest));
      }
      expect(seen).toHaveLength(700);
    });

    it('begins with the first event of the log where no position is given', async () => {
      const { position } = await tested.store.append(tested.stream(), [newEvent()], 'no-stream');
      for (const events of [
        tested.store.readAll(),
        tested.store.readAll(BEFORE_ALL),
        tested.store.subscribeAll(BEFORE_ALL, new AbortController().signal),
      ]) {
        for await (const batch of events) {
          const first = batch[0]?.position ?? BEFORE_ALL;
          expect(first).toBeGreaterThan(BEFORE_ALL);
          expect(tested.start === BEFORE_ALL ? first === position : first <= tested.start).toBe(true);
          break;
        }
      }
      expect.assertions(6);
    });
  });

  describe('subscription', () => {
    it('gives what there is and goes on live', async () => {
      await tested.appendOneByOne(3, tested.stream('r1'));
      const following = tested.follow(6);
      await tested.appendOneByOne(3, tested.stream('r2'));
      expect((await following).map((event) => event.stream)).toEqual([1, 1, 1, 2, 2, 2].map((i) => tested.stream(`r${String(i)}`)));
    });

    it('has no gap and nothing twice while many write', async () => {
      await tested.appendOneByOne(50, tested.stream('before'));
      const following = tested.follow(350);
      await Promise.all(Array.from({ length: 10 }, (_, i) => tested.appendOneByOne(30, tested.stream(`r${String(i)}`))));
      expect(idsOf(await following)).toEqual(idsOf(await tested.readAll()));
    });

    it('serves several subscribers the same', async () => {
      const following = [tested.follow(20), tested.follow(20), tested.follow(20)];
      await Promise.all([tested.appendOneByOne(10, tested.stream('r1')), tested.appendOneByOne(10, tested.stream('r2'))]);
      const expected = idsOf(await tested.readAll());
      for (const events of await Promise.all(following)) expect(idsOf(events)).toEqual(expected);
    });

    it('hands on what is there together, in batches of at most 500', async () => {
      await tested.store.append(tested.stream(), newEvents(1_100), 'no-stream');
      const sizes: number[] = [];
      for await (const batch of tested.store.readAll(tested.start)) sizes.push(batch.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
      expect(sizes.length).toBeLessThan(300);
    });

    it('waits for a consumer that is slow', async () => {
      await tested.store.append(tested.stream(), newEvents(1_500), 'no-stream');
      const stop = new AbortController();
      const events: RecordedEvent[] = [];
      for await (const batch of tested.store.subscribeAll(tested.start, stop.signal)) {
        await sleep(20);
        events.push(...batch.filter(tested.isOfThisTest));
        if (events.length >= 1_500) break;
      }
      expect(idsOf(events)).toEqual(idsOf(await tested.readStream()));
    });

    it('ends when it is aborted, while it waits and at once', async () => {
      const stop = new AbortController();
      const following = collect(tested.store.subscribeAll(await tested.store.head(), stop.signal));
      setTimeout(() => {
        stop.abort();
      }, 50);
      expect((await following).flat().filter(tested.isOfThisTest)).toEqual([]);
      expect(await collect(tested.store.subscribeAll(tested.start, stop.signal))).toEqual([]);
    });

    it('ends when it is aborted between two batches', async () => {
      await tested.appendOneByOne(2);
      const stop = new AbortController();
      for await (const batch of tested.store.subscribeAll(tested.start, stop.signal)) {
        expect(batch.length).toBeGreaterThan(0);
        stop.abort();
      }
    });
  });
}
