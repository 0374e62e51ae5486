import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4 as randomUuid } from 'uuid';
import type { NewEvent } from '../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';

/** Files of logs for one spec file. */
export class SafekeepingPlace {
  private readonly folder = mkdtempSync(join(tmpdir(), 'negotiation-tracker-'));
  private made = 0;

  newFile(): string {
    this.made += 1;
    return join(this.folder, `log-${String(this.made)}.sqlite`);
  }

  /** The file of a log that nobody has open: streams of one to three events, in turn. */
  async aFilledLog(events: number, path = this.newFile()): Promise<string> {
    const log = new SqliteEventStore(path, Date.now);
    for (let i = 0; i < events; i += 1) {
      const stream = `report-talks.r-${String(i % Math.ceil(events / 2))}`;
      const revision = BigInt(Math.floor(i / Math.ceil(events / 2)));
      await log.append(stream, [anEvent(i)], revision === 0n ? 'no-stream' : revision - 1n);
    }
    await log.close();
    return path;
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function anEvent(number: number): NewEvent {
  return {
    id: randomUuid(),
    type: 'ContextReported',
    data: {
      negotiation: 'talks',
      id: `r-${String(number)}`,
      summary: `Ereignis Nr. ${String(number)}: „so“ \u0001 ${'x'.repeat(number % 700)}`,
      data: { kind: 'test' },
    },
    metadata: { postedBy: 'desk', correlationId: 'c', causationId: 'c', version: 1 },
  };
}
