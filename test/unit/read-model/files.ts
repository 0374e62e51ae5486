import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, NewEvent, RecordedEvent } from '../../../src/event-store/event-store.js';
import { toStoredData } from '../../../src/event-store/typed-event.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import type { ReadModelFile } from '../../../src/read-model/read-model-file.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
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

export const rowsOf = (file: ReadModelFile): string[] => [...file.contents()];

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
