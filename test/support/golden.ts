import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, RecordedEvent } from '../../src/event-store/event-store.js';
import type { EventMetadata, LogEventType } from '../../src/vocabulary/events/log-event.js';
import { currentVersion } from '../../src/vocabulary/events/upcasters/upcasters.js';

const FOLDER = join(import.meta.dirname, '../golden');

/** An event as it is stored: what a later version of the program must still read. */
export interface Golden {
  readonly type: LogEventType;
  readonly data: Readonly<Record<string, Json>>;
  readonly metadata: EventMetadata;
}

/** The names of all files of stored events: `PositionStated.v1.json`. */
export function goldenFiles(): string[] {
  return readdirSync(FOLDER).sort();
}

export function golden(type: LogEventType, version = currentVersion(type)): Golden {
  return JSON.parse(readFileSync(join(FOLDER, `${type}.v${String(version)}.json`), 'utf8')) as Golden;
}

/** As a store would give it. */
export function asRecorded({ type, data, metadata }: Golden): RecordedEvent {
  return { id: '00000000-0000-4000-8000-000000000003', stream: 'report-ukraine-peace.x', revision: 2n, position: 7n, type, data, metadata };
}
