import { randomUUID } from 'node:crypto';
import { MAX_APPEND_BYTES, type NewEvent, UnstorableEvent } from '../../../src/event-store/event-store.js';
import { hashOf } from '../../../src/event-store/event-hash.js';
import { newEvent } from '../new-event.js';
import type { StoreUnderTest } from './store-under-test.js';

/** What every store gives back as it came, and what it refuses. */
export function describeContent(tested: StoreUnderTest): void {
  describe('content', () => {
    it.each([
      ['Cyrillic, umlauts and an emoji', { phrase: 'Київ, „größer“, 🕊️, \u{1F1FA}\u{1F1E6}', 'ключ 🗝': ['№'] }],
      ['quotes, backslashes and control characters', { text: '"\\/\b\f\n\r\t\u0000\u001f\u2028\u2029</script>' }],
      ['a lone surrogate', { text: '\ud83d' }],
      ['numbers, null and empty things', { zero: 0, fraction: -0.1e-7, big: 9007199254740991, none: null, list: [], object: {}, text: '' }],
      ['names that objects have', { constructor: 'x', toString: 1, hasOwnProperty: null }],
      ['a text as the whole', 'only a text'],
      ['null as the whole', null],
      ['a list as the whole', [1, 'two', { three: 3 }]],
    ])('comes back as it was: %s', async (_what, data) => {
      const metadata = { ...newEvent().metadata, postedBy: 'Ялта "desk" 🕊️' };
      const event = newEvent({ data, metadata });
      await tested.store.append(tested.stream(), [event], 'no-stream');
      const [read] = await tested.readStream();
      expect(read).toMatchObject({ id: event.id, stream: tested.stream(), type: event.type });
      expect(read?.data).toEqual(data);
      expect(read?.metadata).toMatchObject(metadata);
      expect(read?.metadata.sha256).toBe(read && hashOf(read));
      expect(await tested.readAll()).toEqual([read]);
    });

    it('keeps the time of recording that a copied log brings', async () => {
      const recordedAt = '2025-12-24T12:00:00.000Z';
      const event = newEvent();
      const appended = await tested.store.append(tested.stream(), [{ ...event, metadata: { ...event.metadata, recordedAt } }], 'no-stream');
      expect(appended.recordedAt).toBe(recordedAt);
      expect((await tested.readStream())[0]?.metadata.recordedAt).toBe(recordedAt);
    });

    it('sets the time of recording where there is none', async () => {
      const before = new Date().toISOString();
      const { recordedAt } = await tested.store.append(tested.stream(), [newEvent()], 'no-stream');
      expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(recordedAt >= before).toBe(true);
      expect((await tested.readStream())[0]?.metadata.recordedAt).toBe(recordedAt);
    });

    it('stores an append of the largest size', async () => {
      const text = 'x'.repeat(MAX_APPEND_BYTES - 1_000);
      await tested.store.append(tested.stream(), [newEvent({ data: { text } })], 'no-stream');
      expect((await tested.readStream())[0]?.data).toEqual({ text });
    });
  });

  describe('what cannot be stored', () => {
    const id = randomUUID();
    it.each<[string, NewEvent[]]>([
      ['no event', []],
      ['an event without a type', [newEvent({ type: '' })]],
      ['an id that is no UUID', [newEvent({ id: 'report-1' })]],
      ['an id in capitals', [newEvent({ id: id.toUpperCase() })]],
      ['the same id twice', [newEvent({ id }), newEvent({ id })]],
      ['too much in one event', [newEvent({ data: { text: 'x'.repeat(MAX_APPEND_BYTES) } })]],
      ['too much in all events', Array.from({ length: 11 }, () => newEvent({ data: { text: 'x'.repeat(MAX_APPEND_BYTES / 10) } }))],
    ])('is refused, and nothing is stored: %s', async (_what, events) => {
      const good = newEvent({ id: randomUUID() });
      await expect(tested.store.append(tested.stream(), events, 'no-stream')).rejects.toBeInstanceOf(UnstorableEvent);
      if (events.length > 0) {
        await expect(tested.store.append(tested.stream(), [good, ...events], 'no-stream')).rejects.toBeInstanceOf(UnstorableEvent);
      }
      expect(await tested.readStream()).toEqual([]);
      expect(await tested.readAll()).toEqual([]);
    });
  });
}
