import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { toStoredData } from '../../src/event-store/typed-event.js';
import { ReadModel } from '../../src/read-model/read-model.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { streamOf } from './histories-log-writer.js';
import { amongNeighbours } from './neighbours.js';

/** Events as a store hands them out. */
export function asStored(log: readonly Recorded[]): RecordedEvent[] {
  return log.map(({ event, ...place }) => ({
    ...place,
    id: randomUUID(),
    stream: streamOf(event),
    type: event.type,
    data: toStoredData(event),
  }));
}

/** A read model on a real file that follows logs; `using` removes it. */
export class IndexedLog implements Disposable {
  private readonly folder = mkdtempSync(join(tmpdir(), 'read-model-'));
  readonly readModel = new ReadModel(join(this.folder, 'read-model.sqlite'));

  constructor(log: readonly Recorded[]) {
    this.readModel.apply(asStored(amongNeighbours(log)));
  }

  [Symbol.dispose](): void {
    this.readModel.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
