import { LRUCache } from 'lru-cache';
import { statedHash } from '../event-hash.js';
import type { RecordedEvent, Revision, StreamName } from '../event-store.js';

const MOST_STREAMS = 5_000;

interface End {
  readonly revision: Revision;
  readonly sha256: () => string;
}

/**
 * The hashes of the last events of streams that were read or written lately: who appends behind an event has mostly just read it, or has it
 * under way.
 */
export class StreamEnds {
  private readonly ends = new LRUCache<StreamName, End>({ max: MOST_STREAMS });

  /** undefined where it is not known. */
  hashAt(stream: StreamName, revision: Revision): string | undefined {
    const end = this.ends.get(stream);
    return end?.revision === revision ? end.sha256() : undefined;
  }

  /** An event was read. */
  saw(event: RecordedEvent): void {
    this.set(event.stream, { revision: event.revision, sha256: () => statedHash(event) });
  }

  /** An event is sent: another one may follow before it is settled. What is late already changes nothing. */
  sent(stream: StreamName, revision: Revision, sha256: string): void {
    const end = this.ends.get(stream);
    if (end === undefined || end.revision < revision) this.settled(stream, revision, sha256);
  }

  /** An event stands where it was expected to. */
  settled(stream: StreamName, revision: Revision, sha256: string): void {
    this.set(stream, { revision, sha256: () => sha256 });
  }

  /** What was sent does not stand there, or nobody knows. */
  failed(stream: StreamName, sha256: string): void {
    if (this.ends.get(stream)?.sha256() === sha256) this.ends.delete(stream);
  }

  private set(stream: StreamName, end: End): void {
    const known = this.ends.get(stream);
    if (known === undefined || known.revision <= end.revision) this.ends.set(stream, end);
  }
}
