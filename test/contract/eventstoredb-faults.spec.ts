import { setTimeout as sleep } from 'node:timers/promises';
import { type RecordedEvent, RevisionConflict, StoreUnavailable } from '../../src/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { BEFORE_ALL } from '../../src/vocabulary/position.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { collect } from './collect.js';
import { idsOf, newEvents } from './new-event.js';

const STREAM = 'report-n.r';
const PATIENT = { tryMs: 2_000, totalMs: 15_000, firstWaitMs: 10, longestWaitMs: 50 };
const HASTY = { tryMs: 100, totalMs: 300, firstWaitMs: 10, longestWaitMs: 50 };

describe('EventStoreDB with faults', () => {
  let server: EventStoreDbDouble;
  let store: EventStoreDbEventStore;

  beforeEach(async () => {
    server = await EventStoreDbDouble.start();
    store = new EventStoreDbEventStore(server.url, Date.now, PATIENT);
  });

  afterEach(async () => {
    await store.close();
    await server.stop();
  });

  const storedIds = (): string[] => idsOf(server.log.streamOf(STREAM));

  describe('an append', () => {
    it.each([
      ['the connection is cut before the commit', ['cut before commit']],
      ['the connection is cut after the commit', ['cut after commit']],
      ['it is cut again and again', ['cut before commit', 'cut before commit', 'cut after commit', 'cut after commit']],
      ['the server is not ready', ['not ready', 'not ready']],
      ['the server gives up waiting for its own commit', ['commit timeout']],
    ] as const)('is stored once where %s', async (_what, faults) => {
      await store.append(STREAM, newEvents(1), 'no-stream');
      server.failNextAppends(...faults);
      const events = newEvents(3);
      const appended = await store.append(STREAM, events, 0n);
      expect(server.appendCalls).toBe(1 + faults.length + 1);
      expect(storedIds().slice(1)).toEqual(idsOf(events));
      const last = (await collect(store.readStream(STREAM))).at(-1);
      expect(appended).toEqual({ revision: 3n, position: last?.position, recordedAt: last?.metadata.recordedAt });
    });

    it('is stored once each where many are cut together', async () => {
      server.failNextAppends('cut after commit', 'cut before commit', 'cut after commit');
      await Promise.all(Array.from({ length: 20 }, (_, i) => store.append(`report-n.r${String(i)}`, newEvents(2), 'no-stream')));
      expect((await collect(store.readAll())).flat()).toHaveLength(40);
    });

    it('is not touched by what befalls another store of the process', async () => {
      const other = await EventStoreDbDouble.start();
      const beside = new EventStoreDbEventStore(other.url, Date.now, PATIENT);
      other.failNextAppends(...Array.from({ length: 20 }, () => 'cut after commit' as const));
      const append = async (on: EventStoreDbEventStore, i: number) => on.append(`report-n.r${String(i)}`, newEvents(1), 'no-stream');
      await Promise.all(Array.from({ length: 40 }, (_, i) => Promise.all([append(store, i), append(beside, i)])));
      expect(server.appendCalls).toBe(40);
      expect((await collect(beside.readAll())).flat()).toHaveLength(40);
      await beside.close();
      await other.stop();
    });

    it('is a conflict where another writer came first while it was cut', async () => {
      server.failNextAppends('cut before commit');
      const append = store.append(STREAM, newEvents(1), 'no-stream');
      server.appendAsOthers(STREAM, 'PositionStated', '{}');
      await expect(append).rejects.toBeInstanceOf(RevisionConflict);
      expect(storedIds()).toHaveLength(1);
    });

    it('waits for a server that comes back', async () => {
      await server.wire.down();
      const append = store.append(STREAM, newEvents(1), 'no-stream');
      await sleep(200);
      await server.wire.up();
      await expect(append).resolves.toMatchObject({ revision: 0n });
    });

    it('is StoreUnavailable within its limit where the server is silent; tried again it is stored once, as of the first time', async () => {
      let now = Date.parse('2026-01-06T20:00:00.000Z');
      const hasty = new EventStoreDbEventStore(server.url, () => now, HASTY);
      await hasty.append('report-n.other', newEvents(1), 'no-stream');
      server.wire.silence();
      const began = performance.now();
      const events = newEvents(2);
      await expect(hasty.append(STREAM, events, 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
      expect(performance.now() - began).toBeLessThan(10 * HASTY.totalMs);
      server.wire.speak();
      now += 60_000;
      await expect(tryUntilItWorks(() => hasty.append(STREAM, events, 'no-stream'))).resolves.toMatchObject({
        revision: 1n,
        recordedAt: '2026-01-06T20:00:00.000Z',
      });
      expect(storedIds()).toEqual(idsOf(events));
      await hasty.close();
    });
  });

  describe('a cluster', () => {
    it('is asked for its leader again when that is silent', async () => {
      const other = await EventStoreDbDouble.start(server.log);
      const ports = [server, other].map((node) => `127.0.0.1:${String(node.wire.port)}`);
      const cluster = new EventStoreDbEventStore(`esdb://${ports.join(',')}?tls=false`, Date.now, { ...PATIENT, tryMs: 1_500 });
      server.leader = other.leader = server;
      await cluster.append(STREAM, newEvents(1), 'no-stream');
      server.wire.silence();
      other.leader = other;
      await expect(cluster.append(STREAM, newEvents(1), 0n)).resolves.toMatchObject({ revision: 1n });
      expect(other.appendCalls).toBe(1);
      server.wire.speak();
      await cluster.close();
      await other.stop();
    });

    it('is found again after no node answered', async () => {
      const url = `${server.url.replace('?', ',127.0.0.1:1?')}&maxDiscoverAttempts=1`;
      const cluster = new EventStoreDbEventStore(url, Date.now, HASTY);
      await server.wire.down();
      await expect(cluster.append(STREAM, newEvents(1), 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
      await server.wire.up();
      await expect(tryUntilItWorks(() => cluster.append(STREAM, newEvents(1), 'no-stream'))).resolves.toMatchObject({ revision: 0n });
      await cluster.close();
    });
  });

  describe('a read', () => {
    it('goes on where it was cut', async () => {
      const events = newEvents(2_000).map((event) => ({ ...event, data: { text: 'x'.repeat(30) } }));
      await store.append(STREAM, events, 'no-stream');
      await store.append(`${STREAM}2`, newEvents(1_500), 'no-stream');
      const calls = server.readCalls;
      const read: RecordedEvent[] = [];
      for await (const event of store.readStream(STREAM)) {
        read.push(event);
        if (read.length === 1) server.wire.cut();
      }
      expect(idsOf(read)).toEqual(idsOf(events));
      const all: RecordedEvent[] = [];
      for await (const batch of store.readAll()) {
        if (all.length === 0) server.wire.cut();
        all.push(...batch);
      }
      expect(idsOf(all)).toEqual(idsOf(server.log.events.slice(1)));
      // Without the cuts a read of the stream, one of the head and one of all would do.
      expect(server.readCalls).toBeGreaterThanOrEqual(calls + 3 + 1);
    });

    it('goes on where it was cut, however long it was on its way', async () => {
      await store.append(STREAM, newEvents(1_500), 'no-stream');
      const hasty = new EventStoreDbEventStore(server.url, Date.now, HASTY);
      let count = 0;
      for await (const event of hasty.readStream(STREAM)) {
        count += 1;
        if (event.revision > 0n) continue;
        await sleep(2 * HASTY.totalMs);
        server.wire.cut();
      }
      expect(count).toBe(1_500);
      await hasty.close();
    });

    it('is not taken for whole when the store is closed under it', async () => {
      await store.append(STREAM, newEvents(1_500), 'no-stream');
      const read = async (events: AsyncIterable<unknown>): Promise<void> => {
        for await (const event of events) {
          expect(event).toBeDefined();
          await store.close();
        }
      };
      await expect(read(store.readStream(STREAM))).rejects.toBeInstanceOf(StoreUnavailable);
      store = new EventStoreDbEventStore(server.url, Date.now);
      await expect(read(store.readAll())).rejects.toBeInstanceOf(StoreUnavailable);
    });

    it('has patience with a server that passes over many events of others', async () => {
      for (let i = 0; i < 5_000; i++) server.appendAsOthers('invoice-1', 'InvoiceSent', '{}');
      await store.append(STREAM, newEvents(1), 'no-stream');
      server.checkpointDelayMs = 150;
      const tight = new EventStoreDbEventStore(server.url, Date.now, { ...PATIENT, tryMs: 500 });
      const calls = server.readCalls;
      expect((await collect(tight.readAll())).flat()).toHaveLength(1);
      expect(server.readCalls).toBe(calls + 2);
      await tight.close();
    });

    it('is StoreUnavailable within its limit where the server is silent', async () => {
      const hasty = new EventStoreDbEventStore(server.url, Date.now, HASTY);
      await hasty.append(STREAM, newEvents(1), 'no-stream');
      server.wire.silence();
      const began = performance.now();
      const subscription = collect(hasty.subscribeAll(BEFORE_ALL, new AbortController().signal));
      const outcomes = await Promise.allSettled([collect(hasty.readStream(STREAM)), collect(hasty.readAll()), hasty.head(), subscription]);
      for (const outcome of outcomes) expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(StoreUnavailable);
      expect(performance.now() - began).toBeLessThan(10 * HASTY.totalMs);
      server.wire.speak();
      await hasty.close();
    });
  });

  describe('a subscription', () => {
    /** Follows as a read model does: again after what it applied, however it is cut off. */
    const followThrough = async (count: number, applied: RecordedEvent[] = []): Promise<{ applied: RecordedEvent[]; breaks: number }> => {
      let breaks = 0;
      while (applied.length < count) {
        try {
          for await (const batch of store.subscribeAll(applied.at(-1)?.position ?? BEFORE_ALL, new AbortController().signal)) {
            applied.push(...batch);
            if (applied.length >= count) break;
          }
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
        }
        if (applied.length < count) breaks += 1;
        await sleep(5);
      }
      return { applied, breaks };
    };

    it('loses nothing and repeats nothing over restarts of the server', async () => {
      await store.append(STREAM, newEvents(100), 'no-stream');
      const applied: RecordedEvent[] = [];
      const following = followThrough(400, applied);
      for (let restart = 0; restart < 3; restart++) {
        while (applied.length < 100 * (restart + 1)) await sleep(5);
        await server.wire.down();
        server.log.append(`report-n.missed-${String(restart)}`, server.log.streamOf(STREAM), 'no-stream');
        await server.wire.up();
      }
      const { breaks } = await following;
      expect(applied.map((event) => event.position)).toEqual(server.log.events.slice(1).map((event) => event.position));
      expect(breaks).toBeGreaterThanOrEqual(3);
    });

    it('breaks off with StoreUnavailable when it is cut', async () => {
      await store.append(STREAM, newEvents(1), 'no-stream');
      const consume = async (): Promise<void> => {
        for await (const batch of store.subscribeAll(BEFORE_ALL, new AbortController().signal)) {
          expect(batch).toHaveLength(1);
          server.wire.cut();
        }
      };
      await expect(consume()).rejects.toBeInstanceOf(StoreUnavailable);
    });

    it('takes silence for nothing new', async () => {
      const hasty = new EventStoreDbEventStore(server.url, Date.now, HASTY);
      setTimeout(() => void store.append(STREAM, newEvents(1), 'no-stream'), 4 * HASTY.tryMs);
      for await (const batch of hasty.subscribeAll(BEFORE_ALL, new AbortController().signal)) {
        expect(batch).toHaveLength(1);
        break;
      }
      await hasty.close();
    });

    it('ends where the server ends it', async () => {
      await store.append(STREAM, newEvents(1), 'no-stream');
      for await (const batch of store.subscribeAll(BEFORE_ALL, new AbortController().signal)) {
        expect(batch).toHaveLength(1);
        server.endReads();
      }
    });

    it('is no longer served once its consumer has left it or aborted it', async () => {
      await store.append(STREAM, newEvents(1_000), 'no-stream');
      for await (const batch of store.subscribeAll(BEFORE_ALL, new AbortController().signal)) {
        expect(batch.length).toBeGreaterThan(0);
        break;
      }
      const stop = new AbortController();
      const waiting = collect(store.subscribeAll(await store.head(), stop.signal));
      await eventually(() => server.openReads === 1);
      stop.abort();
      await waiting;
      await eventually(() => server.openReads === 0);
    });

    it('makes the server wait for a slow consumer', async () => {
      const size = 2_000;
      const events = Array.from({ length: 12 }, () => newEvents(400).map((event) => ({ ...event, data: { text: 'x'.repeat(size) } })));
      for (const [i, batch] of events.entries()) await store.append(`report-n.r${String(i)}`, batch, 'no-stream');
      for await (const batch of store.subscribeAll(BEFORE_ALL, new AbortController().signal)) {
        expect(batch.length).toBeGreaterThan(0);
        await untilSteady(() => server.eventsSent);
        break;
      }
      expect(server.eventsSent).toBeLessThan(4_800);
    });
  });
});

async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

async function untilSteady(value: () => number): Promise<void> {
  let before = -1;
  while (before !== value()) {
    before = value();
    await sleep(200);
  }
}

async function tryUntilItWorks<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}
