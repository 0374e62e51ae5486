import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import {
  type Appended,
  type EventStore,
  MAX_APPEND_BYTES,
  type NewEvent,
  type RecordedEvent,
  RevisionConflict,
  StoreUnavailable,
  type StreamName,
  UnstorableEvent,
} from '../../src/event-store/event-store.js';
import { hashOf } from '../../src/event-store/event-hash.js';
import { negotiationStream, reportStream, sourceStream } from '../../src/event-store/stream-names.js';
import { BEFORE_ALL, type Position } from '../../src/vocabulary/position.js';
import { collect } from './collect.js';
import { idsOf, newEvent, newEvents } from './new-event.js';

/** A log to test a store on. It may be shared with others and hold events already. */
export interface TestLog {
  /** Opens the log; never twice at a time. */
  open(): Promise<EventStore>;
  /** Removes the log, or leaves it alone where it is shared. */
  discard(): Promise<void>;
}

/** On a machine that is busy with other work. */
const SLOW_MACHINE_MS = 180_000;

/** Declares what every store behind the port `EventStore` must do. */
export function describeEventStore(name: string, makeLog: () => Promise<TestLog>): void {
  jest.setTimeout(SLOW_MACHINE_MS);

  describe(name, () => {
    let log: TestLog;
    let store: EventStore;
    /** The head when the test began: what lies before it is of no concern. */
    let start: Position;
    /** No other run has streams of this negotiation. */
    let negotiation: string;

    beforeEach(async () => {
      log = await makeLog();
      store = await log.open();
      start = await store.head();
      negotiation = `n${randomUUID()}`;
    });

    afterEach(async () => {
      await store.close();
      await log.discard();
    });

    const stream = (report = 'r1'): StreamName => reportStream(negotiation, report);
    const isOfThisTest = (event: RecordedEvent): boolean => event.stream.includes(negotiation);

    const readStream = async (from?: bigint, name = stream()): Promise<RecordedEvent[]> => collect(store.readStream(name, from));

    const readAll = async (after: Position = start): Promise<RecordedEvent[]> => {
      const batches = await collect(store.readAll(after));
      return batches.flat().filter(isOfThisTest);
    };

    /** Follows the log until so many events of this test have come. */
    const follow = async (count: number, after: Position = start): Promise<RecordedEvent[]> => {
      const stop = new AbortController();
      const events: RecordedEvent[] = [];
      for await (const batch of store.subscribeAll(after, stop.signal)) {
        events.push(...batch.filter(isOfThisTest));
        if (events.length >= count) break;
      }
      return events;
    };

    const appendOneByOne = async (count: number, name = stream()): Promise<Appended[]> => {
      const appended: Appended[] = [];
      for (const event of newEvents(count)) appended.push(await store.append(name, [event], appended.at(-1)?.revision ?? 'no-stream'));
      return appended;
    };

    describe('order', () => {
      it('keeps a stream in the order of its appends, with revisions from 0', async () => {
        const [first, second] = [newEvents(3), newEvents(2)];
        const { revision } = await store.append(stream(), first, 'no-stream');
        await store.append(stream(), second, revision);
        const read = await readStream();
        expect(idsOf(read)).toEqual(idsOf([...first, ...second]));
        expect(read.map((event) => event.revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
      });

      it('keeps one order over all streams, by ascending position', async () => {
        const names = [stream('r1'), negotiationStream(negotiation), sourceStream(negotiation, 's1'), stream('r2')];
        const appended: string[] = [];
        for (const name of names) {
          const events = newEvents(2);
          await store.append(name, events, 'no-stream');
          appended.push(...idsOf(events));
        }
        const read = await readAll();
        expect(idsOf(read)).toEqual(appended);
        const positions = read.map((event) => event.position);
        expect(positions).toEqual([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1)));
      });

      it('keeps the order in which appends to many streams are made, though none waits for another', async () => {
        const events = newEvents(500);
        await Promise.all(events.map((event, i) => store.append(stream(`r${String(i)}`), [event], 'no-stream')));
        expect(idsOf(await readAll())).toEqual(idsOf(events));
      });

      it('gives an append the revision and the position of its last event', async () => {
        const appended = await store.append(stream(), newEvents(3), 'no-stream');
        const last = (await readStream()).at(-1);
        expect(last).toMatchObject({ revision: appended.revision, position: appended.position });
        expect(last?.metadata.recordedAt).toBe(appended.recordedAt);
      });

      it('reads a stream from a revision on, which is included', async () => {
        const events = newEvents(4);
        await store.append(stream(), events, 'no-stream');
        expect(idsOf(await readStream(2n))).toEqual(idsOf(events.slice(2)));
        expect(await readStream(4n)).toEqual([]);
      });

      it('reads nothing of a stream that is missing', async () => {
        expect(await readStream()).toEqual([]);
      });

      it('reads more events than fit into one page', async () => {
        const events = newEvents(1_203);
        await store.append(stream(), events, 'no-stream');
        expect(idsOf(await readStream())).toEqual(idsOf(events));
        expect(idsOf(await readAll())).toEqual(idsOf(events));
      });
    });

    describe('expectation', () => {
      it('refuses a stale revision and says where the stream is', async () => {
        await store.append(stream(), newEvents(3), 'no-stream');
        const conflict = new RevisionConflict(stream(), 1n, 2n);
        await expect(store.append(stream(), [newEvent()], 1n)).rejects.toEqual(conflict);
        await expect(store.append(stream(), [newEvent()], 1n)).rejects.toBeInstanceOf(RevisionConflict);
        expect(await readStream()).toHaveLength(3);
      });

      it('refuses a revision that the stream has not reached', async () => {
        await store.append(stream(), newEvents(2), 'no-stream');
        await expect(store.append(stream(), [newEvent()], 7n)).rejects.toMatchObject({ expected: 7n, actual: 1n });
      });

      it('refuses to begin a stream that exists', async () => {
        await store.append(stream(), [newEvent()], 'no-stream');
        await expect(store.append(stream(), [newEvent()], 'no-stream')).rejects.toMatchObject({ expected: 'no-stream', actual: 0n });
      });

      it('refuses a revision of a stream that is missing', async () => {
        const append = store.append(stream(), [newEvent()], 0n);
        await expect(append).rejects.toMatchObject({ stream: stream(), expected: 0n, actual: 'no-stream' });
        expect(await readStream()).toEqual([]);
      });
    });

    describe('parallel writers', () => {
      it('lets exactly one win a stream', async () => {
        const outcomes = await Promise.allSettled(newEvents(12).map((event) => store.append(stream(), [event], 'no-stream')));
        const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
        expect(lost).toHaveLength(11);
        for (const { reason } of lost) expect(reason).toBeInstanceOf(RevisionConflict);
        expect(await readStream()).toHaveLength(1);
      });

      it('loses nothing where each has its stream', async () => {
        const writers = Array.from({ length: 20 }, (_, i) => appendOneByOne(10, stream(`r${String(i)}`)));
        const appended = (await Promise.all(writers)).flat();
        const read = await readAll();
        expect(read).toHaveLength(200);
        const positions = new Set(read.map((event) => event.position));
        expect(positions).toEqual(new Set(appended.map((receipt) => receipt.position)));
      });
    });

    describe('retry', () => {
      const again = (events: readonly NewEvent[]): NewEvent[] => events.map((event) => ({ ...event, metadata: { ...event.metadata } }));

      it('appends once and gives the same receipt', async () => {
        const events = newEvents(3);
        const first = await store.append(stream(), events, 'no-stream');
        expect(await store.append(stream(), again(events), 'no-stream')).toEqual(first);
        expect(idsOf(await readStream())).toEqual(idsOf(events));
      });

      it('is recognised after others have appended behind it', async () => {
        await store.append(stream(), newEvents(1), 'no-stream');
        const events = newEvents(2);
        const first = await store.append(stream(), events, 0n);
        await store.append(stream(), newEvents(2), first.revision);
        expect(await store.append(stream(), again(events), 0n)).toEqual(first);
        expect(await readStream()).toHaveLength(5);
      });

      it('appends once where both are under way together', async () => {
        const events = newEvents(2);
        const [one, other] = await Promise.all([store.append(stream(), events, 'no-stream'), store.append(stream(), events, 'no-stream')]);
        expect(other).toEqual(one);
        expect(await readStream()).toHaveLength(2);
      });

      it('is a conflict with another expectation, or with a further event', async () => {
        const events = newEvents(3);
        await store.append(stream(), events, 'no-stream');
        await expect(store.append(stream(), events.slice(0, 1), 1n)).rejects.toBeInstanceOf(RevisionConflict);
        await expect(store.append(stream(), [...events, newEvent()], 'no-stream')).rejects.toBeInstanceOf(RevisionConflict);
        expect(await readStream()).toHaveLength(3);
      });
    });

    describe('resuming', () => {
      it('gives exactly the rest after any position', async () => {
        await appendOneByOne(3, stream('r1'));
        await store.append(stream('r2'), newEvents(3), 'no-stream');
        await appendOneByOne(2, stream('r3'));
        const all = await readAll();
        expect(all).toHaveLength(8);
        for (const [i, { position }] of all.entries()) {
          const rest = idsOf(all.slice(i + 1));
          expect(idsOf(await readAll(position))).toEqual(rest);
          if (rest.length > 0) expect(idsOf(await follow(rest.length, position))).toEqual(rest);
        }
      });

      it('reads up to the head of the moment, and no further', async () => {
        await store.append(stream(), newEvents(700), 'no-stream');
        const seen: RecordedEvent[] = [];
        for await (const batch of store.readAll(start)) {
          if (seen.length === 0) await appendOneByOne(3, stream('later'));
          await sleep(50);
          seen.push(...batch.filter(isOfThisTest));
        }
        expect(seen).toHaveLength(700);
      });

      it('begins with the first event of the log where no position is given', async () => {
        const { position } = await store.append(stream(), [newEvent()], 'no-stream');
        for (const events of [store.readAll(), store.readAll(BEFORE_ALL), store.subscribeAll(BEFORE_ALL, new AbortController().signal)]) {
          for await (const batch of events) {
            const first = batch[0]?.position ?? BEFORE_ALL;
            expect(first).toBeGreaterThan(BEFORE_ALL);
            expect(start === BEFORE_ALL ? first === position : first <= start).toBe(true);
            break;
          }
        }
        expect.assertions(6);
      });
    });

    describe('hashes', () => {
      const chainOf = (events: readonly RecordedEvent[]) => events.map(({ metadata }) => metadata.streamSha256);
      const hashesOf = (events: readonly RecordedEvent[]) => events.map(({ metadata }) => metadata.sha256);

      it('each event bears that of its content, and that of the event before it in its stream, whoever appends', async () => {
        await store.append(stream(), newEvents(2), 'no-stream');
        await store.append(stream(), newEvents(2), 1n);
        await store.append(stream('r2'), newEvents(1), 'no-stream');
        await store.close();
        store = await log.open();
        await store.append(stream(), newEvents(1), 3n);
        const events = await readStream();
        expect(hashesOf(events)).toEqual(events.map(hashOf));
        expect(chainOf(events)).toEqual([null, ...hashesOf(events).slice(0, -1)]);
        expect(chainOf(await readStream(0n, stream('r2')))).toEqual([null]);
      });

      it('one that lost a race bears that of the event that won it', async () => {
        await store.append(stream(), newEvents(1), 'no-stream');
        const racers = Array.from({ length: 5 }, () => store.append(stream(), newEvents(1), 0n).catch((error: unknown) => error));
        const outcomes = await Promise.all(racers);
        expect(outcomes.filter((outcome) => outcome instanceof RevisionConflict)).toHaveLength(4);
        await store.append(stream(), newEvents(1), 1n);
        const events = await readStream();
        expect(chainOf(events)).toEqual([null, ...hashesOf(events).slice(0, -1)]);
      });

      it('a retry leaves them as they are', async () => {
        const events = newEvents(2);
        await store.append(stream(), events, 'no-stream');
        const before = await readStream();
        await store.append(
          stream(),
          events.map((event) => ({ ...event, metadata: { ...event.metadata } })),
          'no-stream',
        );
        await store.append(stream(), newEvents(1), 1n);
        const after = await readStream();
        expect(after.slice(0, 2)).toEqual(before);
        expect(after[2]?.metadata.streamSha256).toBe(before[1]?.metadata.sha256);
      });

      it('a copy keeps those that it brings, or none; what is appended behind it seals it as it is', async () => {
        const recordedAt = '2025-12-24T12:00:00.000Z';
        const copy = (event: NewEvent): NewEvent => ({ ...event, isCopy: true, metadata: { ...event.metadata, recordedAt } });
        await store.append(stream(), newEvents(1).map(copy), 'no-stream');
        await store.append(stream(), newEvents(1), 0n);
        const [old, next] = await readStream();
        expect(old?.metadata).not.toHaveProperty('sha256');
        expect(next?.metadata.streamSha256).toBe(old && hashOf(old));
      });
    });

    describe('content', () => {
      it.each([
        ['Cyrillic, umlauts and an emoji', { phrase: 'Київ, „größer“, 🕊️, \u{1F1FA}\u{1F1E6}', 'ключ 🗝': ['№'] }],
        ['quotes, backslashes and control characters', { text: '"\\/\b\f\n\r\t\u0000\u001f\u2028\u2029</script>' }],
        ['a lone surrogate', { text: '\ud83d' }],
        [
          'numbers, null and empty things',
          { zero: 0, fraction: -0.1e-7, big: 9007199254740991, none: null, list: [], object: {}, text: '' },
        ],
        ['names that objects have', { constructor: 'x', toString: 1, hasOwnProperty: null }],
        ['a text as the whole', 'only a text'],
        ['null as the whole', null],
        ['a list as the whole', [1, 'two', { three: 3 }]],
      ])('comes back as it was: %s', async (_what, data) => {
        const metadata = { ...newEvent().metadata, postedBy: 'Ялта "desk" 🕊️' };
        const event = newEvent({ data, metadata });
        await store.append(stream(), [event], 'no-stream');
        const [read] = await readStream();
        expect(read).toMatchObject({ id: event.id, stream: stream(), type: event.type });
        expect(read?.data).toEqual(data);
        expect(read?.metadata).toMatchObject(metadata);
        expect(read?.metadata.sha256).toBe(read && hashOf(read));
        expect(await readAll()).toEqual([read]);
      });

      it('keeps the time of recording that a copied log brings', async () => {
        const recordedAt = '2025-12-24T12:00:00.000Z';
        const event = newEvent();
        const appended = await store.append(stream(), [{ ...event, metadata: { ...event.metadata, recordedAt } }], 'no-stream');
        expect(appended.recordedAt).toBe(recordedAt);
        expect((await readStream())[0]?.metadata.recordedAt).toBe(recordedAt);
      });

      it('sets the time of recording where there is none', async () => {
        const before = new Date().toISOString();
        const { recordedAt } = await store.append(stream(), [newEvent()], 'no-stream');
        expect(recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(recordedAt >= before).toBe(true);
        expect((await readStream())[0]?.metadata.recordedAt).toBe(recordedAt);
      });

      it('stores an append of the largest size', async () => {
        const text = 'x'.repeat(MAX_APPEND_BYTES - 1_000);
        await store.append(stream(), [newEvent({ data: { text } })], 'no-stream');
        expect((await readStream())[0]?.data).toEqual({ text });
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
        await expect(store.append(stream(), events, 'no-stream')).rejects.toBeInstanceOf(UnstorableEvent);
        if (events.length > 0) {
          await expect(store.append(stream(), [good, ...events], 'no-stream')).rejects.toBeInstanceOf(UnstorableEvent);
        }
        expect(await readStream()).toEqual([]);
        expect(await readAll()).toEqual([]);
      });
    });

    describe('subscription', () => {
      it('gives what there is and goes on live', async () => {
        await appendOneByOne(3, stream('r1'));
        const following = follow(6);
        await appendOneByOne(3, stream('r2'));
        expect((await following).map((event) => event.stream)).toEqual([1, 1, 1, 2, 2, 2].map((i) => stream(`r${String(i)}`)));
      });

      it('has no gap and nothing twice while many write', async () => {
        await appendOneByOne(50, stream('before'));
        const following = follow(350);
        await Promise.all(Array.from({ length: 10 }, (_, i) => appendOneByOne(30, stream(`r${String(i)}`))));
        expect(idsOf(await following)).toEqual(idsOf(await readAll()));
      });

      it('serves several subscribers the same', async () => {
        const following = [follow(20), follow(20), follow(20)];
        await Promise.all([appendOneByOne(10, stream('r1')), appendOneByOne(10, stream('r2'))]);
        const expected = idsOf(await readAll());
        for (const events of await Promise.all(following)) expect(idsOf(events)).toEqual(expected);
      });

      it('hands on what is at hand together, in batches of at most 500', async () => {
        await store.append(stream(), newEvents(1_100), 'no-stream');
        const sizes: number[] = [];
        for await (const batch of store.readAll(start)) sizes.push(batch.length);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        expect(sizes.length).toBeLessThan(300);
      });

      it('waits for a consumer that is slow', async () => {
        await store.append(stream(), newEvents(1_500), 'no-stream');
        const stop = new AbortController();
        const events: RecordedEvent[] = [];
        for await (const batch of store.subscribeAll(start, stop.signal)) {
          await sleep(20);
          events.push(...batch.filter(isOfThisTest));
          if (events.length >= 1_500) break;
        }
        expect(idsOf(events)).toEqual(idsOf(await readStream()));
      });

      it('ends when it is aborted, while it waits and at once', async () => {
        const stop = new AbortController();
        const following = collect(store.subscribeAll(await store.head(), stop.signal));
        setTimeout(() => {
          stop.abort();
        }, 50);
        expect((await following).flat().filter(isOfThisTest)).toEqual([]);
        expect(await collect(store.subscribeAll(start, stop.signal))).toEqual([]);
      });

      it('ends when it is aborted between two batches', async () => {
        await appendOneByOne(2);
        const stop = new AbortController();
        for await (const batch of store.subscribeAll(start, stop.signal)) {
          expect(batch.length).toBeGreaterThan(0);
          stop.abort();
        }
      });
    });

    describe('head', () => {
      it('is the position of the last event', async () => {
        const { position } = await store.append(stream('r1'), newEvents(3), 'no-stream');
        expect(await store.head()).toBe(position);
        const next = await store.append(stream('r2'), newEvents(1), 'no-stream');
        expect(next.position).toBeGreaterThan(position);
        expect(await store.head()).toBe(next.position);
      });

      it('has nothing behind it', async () => {
        await appendOneByOne(2);
        expect(await readAll(await store.head())).toEqual([]);
      });
    });

    describe('closing', () => {
      it('leaves everything to the next opening', async () => {
        const events = newEvents(3);
        const first = await store.append(stream(), events, 'no-stream');
        const all = await readAll();
        await store.close();
        store = await log.open();
        expect(idsOf(await readStream())).toEqual(idsOf(events));
        expect(await readAll()).toEqual(all);
        expect(await store.append(stream(), events, 'no-stream')).toEqual(first);
        const next = await store.append(stream(), [newEvent()], first.revision);
        expect(next.position).toBeGreaterThan(first.position);
      });

      it('settles the appends that are under way', async () => {
        const appends = newEvents(5).map((event, i) => store.append(stream(`r${String(i)}`), [event], 'no-stream'));
        await store.close();
        const appended = await Promise.all(appends);
        store = await log.open();
        expect(new Set((await readAll()).map((event) => event.position))).toEqual(new Set(appended.map((receipt) => receipt.position)));
      });

      it('ends subscriptions, and makes every call StoreUnavailable', async () => {
        await appendOneByOne(2);
        const following = collect(store.subscribeAll(await store.head(), new AbortController().signal));
        await sleep(50);
        await store.close();
        await following;
        await expect(store.append(stream(), [newEvent()], 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(readStream()).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(readAll()).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
        expect(await collect(store.subscribeAll(start, new AbortController().signal))).toEqual([]);
        await store.close();
      });
    });
  });
}
