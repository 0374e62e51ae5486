import { Injectable } from '@nestjs/common';
import { EventStore } from '../../event-store/event-store.token.js';
import { negotiationStream, sourceStream } from '../../event-store/stream-names.js';
import { toLogEvent } from '../../event-store/typed-event.js';
import { type EntryVersion, type EntryVersions, StoredEntries, type StoredEntry, type VersionsAsked } from '../../ports/stored-entries.js';
import { isRegistryEvent } from '../../vocabulary/events/log-event.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import { KnownIds } from '../writing/known-ids.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import { requireEntry } from '../writing/stored-entry.js';

/** Reads entries from the log itself, as a PUT finds them. */
@Injectable()
export class EntriesInLog extends StoredEntries {
  constructor(
    private readonly log: LogWriteModel,
    private readonly store: EventStore,
    private readonly known: KnownIds,
  ) {
    super();
  }

  async current(negotiation: string, kind: EntryKind, id: string): Promise<StoredEntry> {
    const { entry, last } = await requireEntry(this.log, this.known, negotiation, kind, id);
    return { entry, revision: last.revision };
  }

  async history(negotiation: string, kind: EntryKind, id: string, { after, limit, worked }: VersionsAsked): Promise<EntryVersions> {
    await this.current(negotiation, kind, id);
    const versions: EntryVersion[] = [];
    const stream = kind === 'source' ? sourceStream(negotiation, id) : negotiationStream(negotiation);
    for await (const stored of this.store.readStream(stream, after === undefined ? undefined : after + 1n)) {
      await worked();
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
