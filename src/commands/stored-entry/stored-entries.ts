import { Injectable } from '@nestjs/common';
import { EventStore } from '../../event-store/event-store.token.js';
import { negotiationStream, sourceStream } from '../../event-store/stream-names.js';
import { toLogEvent } from '../../event-store/typed-event.js';
import { isRegistryEvent } from '../../vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import { KnownIds } from '../writing/known-ids.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import type { EntryState } from '../writing/registry.js';
import { requireEntry } from '../writing/stored-entry.js';

/** One version of an entry. */
export interface EntryVersion {
  readonly revision: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly postedBy: string;
  readonly entry: Entries[EntryKind];
}

/** Some versions of an entry. */
export interface VersionsAsked {
  /** Only those behind this revision; undefined: from the first one on. */
  readonly after: bigint | undefined;
  readonly limit: number;
}

/** Reads entries from the log itself, so that the revision to write on is never an old one. */
@Injectable()
export class StoredEntries {
  constructor(
    private readonly log: LogWriteModel,
    private readonly store: EventStore,
    private readonly known: KnownIds,
  ) {}

  /** @throws Refusal `not-found` */
  async current(negotiation: string, kind: EntryKind, id: string): Promise<EntryState> {
    return requireEntry(this.log, this.known, negotiation, kind, id);
  }

  /**
   * A page of its versions, oldest first.
   * @returns where the next page starts; null behind the last one
   * @throws Refusal `not-found`
   */
  async history(
    negotiation: string,
    kind: EntryKind,
    id: string,
    { after, limit }: VersionsAsked,
  ): Promise<{ readonly items: EntryVersion[]; readonly nextAfter: string | null }> {
    await this.current(negotiation, kind, id);
    const versions: EntryVersion[] = [];
    const stream = kind === 'source' ? sourceStream(negotiation, id) : negotiationStream(negotiation);
    for await (const stored of this.store.readStream(stream, after === undefined ? undefined : after + 1n)) {
      const { event, revision, position, metadata } = toLogEvent(stored);
      if (!isRegistryEvent(event) || KIND_OF_REGISTRY_EVENT[event.type] !== kind || event.id !== id) continue;
      const last = versions.at(-1);
      if (versions.length === limit && last) return { items: versions, nextAfter: last.revision };
      const { recordedAt, postedBy } = metadata;
      versions.push({ revision: String(revision), position: String(position), recordedAt, postedBy, entry: event.entry });
    }
    return { items: versions, nextAfter: null };
  }
}
