import { randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, NewEvent, RecordedEvent } from '../../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { toStoredData } from '../../../src/event-store/typed-event.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import type { Bodies } from '../../../src/read-model/tables/bodies.js';
import type { ReadModelFile } from '../../../src/read-model/tables/read-model-file.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import type { Story } from '../../support/histories-by-hand.js';
import { streamOf } from '../../support/histories-log-writer.js';

/** A folder of its own for each test; disposing removes it. */
export function folder(): Disposable & { file(name: string): string; path: string } {
  const path = mkdtempSync(join(tmpdir(), 'read-model-'));
  return {
    path,
    file: (name) => join(path, name),
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true });
    },
  };
}

/** An empty read model in a folder of its own. */
export function emptyReadModel(): ReadModel & Disposable {
  const own = folder();
  const readModel = new ReadModel(own.file('read-model.db'));
  return Object.assign(readModel, {
    [Symbol.dispose]: () => {
      readModel.close();
      own[Symbol.dispose]();
    },
  });
}

/** Events as a store would give them. */
export function stored(log: readonly Recorded[]): RecordedEvent[] {
  return log.map(({ event, position, revision, metadata }) => ({
    id: randomUUID(),
    stream: streamOf(event),
    revision,
    position,
    type: event.type,
    data: toStoredData(event),
    metadata,
  }));
}

/** Events as they are given to a store. */
export function toAppend({ event, metadata }: Recorded): NewEvent {
  const { recordedAt: _, ...rest } = metadata;
  return { id: randomUUID(), type: event.type, data: toStoredData(event), metadata: rest };
}

/** For a file of which nobody asks what events say. */
export const noBodies: Bodies = {
  at: (position) => {
    throw new Error(`nobody asks for @${String(position)}`);
  },
  holds: () => true,
  keep: () => undefined,
  clear: () => undefined,
  close: () => undefined,
};

export const rowsOf = (file: ReadModelFile): string[] => [...file.contents()];

const PAGE_BYTES = 4_096;

/** Overwrites in place all that is behind the first page of a file that is in use. */
export function scratch(readModel: ReadModel): void {
  // SQLite reads anew what it does not hold.
  readModel.rows.run('PRAGMA shrink_memory');
  const last = statSync(readModel.path).size / PAGE_BYTES;
  scratchPages(
    readModel.path,
    Array.from({ length: last - 1 }, (_, i) => i + 2),
  );
}

/** Overwrites pages of a file in place. @param pages counted from 1 */
export function scratchPages(path: string, pages: readonly number[]): void {
  const file = openSync(path, 'r+');
  for (const page of pages) writeSync(file, Buffer.alloc(PAGE_BYTES, 0xab), 0, PAGE_BYTES, (page - 1) * PAGE_BYTES);
  closeSync(file);
}

/** A story in a real log, and a read model on a file that has applied it. */
export async function logAndReadModel(
  own: ReturnType<typeof folder>,
  story: Story,
): Promise<{ store: SqliteEventStore; readModel: ReadModel } & AsyncDisposable> {
  const store = new SqliteEventStore(own.file('log.db'), () => Date.UTC(2026, 0, 20));
  for (const recorded of story.log) await appendTo(store, recorded);
  const applied = new ReadModel(own.file('r.db'));
  for await (const events of store.readAll()) applied.apply(events);
  // Opened anew it stands in its file alone, without a journal.
  applied.close();
  const readModel = new ReadModel(own.file('r.db'));
  return {
    store,
    readModel,
    [Symbol.asyncDispose]: async () => {
      if (readModel.isOpen) readModel.close();
      await store.close();
    },
  };
}

export async function appendTo(store: SqliteEventStore, recorded: Recorded): Promise<void> {
  const { revision, event } = recorded;
  await store.append(streamOf(event), [toAppend(recorded)], revision === 0n ? 'no-stream' : revision - 1n);
}

/** An event behind others, of a report in the negotiation `n`, whatever it holds. */
export function strange(
  position: bigint,
  parts: Partial<Omit<RecordedEvent, 'data' | 'metadata'>> & { data: Json; version?: number },
): RecordedEvent {
  const { version = 1, ...rest } = parts;
  const id = randomUUID();
  const metadata = { recordedAt: '2026-03-01T00:00:00.000Z', postedBy: 'desk', correlationId: id, causationId: id, version };
  return { id, stream: 'report-n.strange', revision: 0n, position, type: 'PositionStated', metadata, ...rest };
}
