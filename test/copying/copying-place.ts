import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, NewEvent } from '../../src/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import type { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { startDouble, urlThrough } from '../support/fault-log.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const REPORTS = 120;
const BEGIN = Date.UTC(2026, 0, 10);

/** Logs for one test, in files and in doubles of EventStoreDB, all gone after it. */
export class CopyingPlace {
  private folder: string | undefined;
  private readonly endings: (() => unknown)[] = [];
  private now = BEGIN;
  private files = 0;

  /** An empty embedded log. */
  embedded(): SqliteEventStore {
    return this.kept(new SqliteEventStore(this.newFile(), () => (this.now += 977)));
  }

  newFile(): string {
    this.files += 1;
    this.folder ??= this.newFolder();
    return join(this.folder, `log-${String(this.files)}.sqlite`);
  }

  newFolder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'negotiations-copy-'));
    this.endings.push(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    return folder;
  }

  async double(): Promise<EventStoreDbDouble> {
    const double = await startDouble();
    this.endings.unshift(() => double.stop());
    return double;
  }

  /** An empty log in EventStoreDB. */
  async eventStoreDb(double?: EventStoreDbDouble): Promise<EventStoreDbEventStore> {
    return this.kept(new EventStoreDbEventStore((double ?? (await this.double())).url, Date.now));
  }

  async eventStoreDbBehindProxy(): Promise<{ store: EventStoreDbEventStore; proxy: TcpProxy }> {
    const double = await this.double();
    const proxy = await TcpProxy.start(double.wire.port);
    this.endings.unshift(() => proxy.stop());
    const limits = { tryMs: 1_500, totalMs: 4_000, firstWaitMs: 10, longestWaitMs: 50 };
    return { store: this.kept(new EventStoreDbEventStore(urlThrough(proxy), Date.now, limits)), proxy };
  }

  /** An embedded log with streams of one and of many events, in appends of one and of many. */
  async aFilledLog(log: EventStore = this.embedded()): Promise<EventStore> {
    const fill = async (n: number): Promise<void> => {
      const stream = `report-n.r-${String(n)}`;
      await log.append(stream, newEvents(1 + (n % 3)), 'no-stream');
      await log.append(stream, newEvents(2), BigInt(n % 3));
    };
    await log.append('negotiation-n', newEvents(250), 'no-stream');
    await Promise.all(Array.from({ length: REPORTS }, (_, n) => fill(n)));
    await this.addTo(log);
    return log;
  }

  async addTo(log: EventStore): Promise<void> {
    await log.append(`source-n.${randomUUID()}`, newEvents(1), 'no-stream');
  }

  kept<S extends EventStore>(store: S): S {
    this.endings.unshift(() => store.close());
    return store;
  }

  async clear(): Promise<void> {
    for (const end of this.endings.splice(0)) await end();
    this.folder = undefined;
    this.files = 0;
  }
}

function newEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, number) => ({
    id: randomUUID(),
    type: 'ContextReported',
    data: { number, text: 'Grüße, 中文, \u{1f54a}', nested: { list: [null, true, 1.5, 'x'.repeat(200)] } },
    metadata: { postedBy: 'desk', correlationId: randomUUID(), causationId: randomUUID(), version: 1 },
  }));
}
