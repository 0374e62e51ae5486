import type { Entries, EntryKind } from '../vocabulary/events/registry-entries.js';

/** An entry as it was last stored. */
export interface StoredEntry {
  readonly entry: Entries[EntryKind];
  /** What a PUT has to name. */
  readonly revision: bigint;
}

/** One version of an entry. */
export interface EntryVersion {
  readonly revision: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly postedBy: string;
  readonly entry: Entries[EntryKind];
}

/** Which versions of an entry. */
export interface VersionsAsked {
  /** Only those behind this revision; undefined: from the first one on. */
  readonly after: bigint | undefined;
  readonly limit: number;
  /** To be awaited behind each piece of work. @throws where nobody waits for the answer any more, or it takes too long */
  readonly worked: () => Promise<void>;
}

/** Some versions of an entry, oldest first. */
export interface EntryVersions {
  readonly items: readonly EntryVersion[];
  /** Where the next page starts; null behind the last one. */
  readonly nextAfter: string | null;
}

/** The entries of the registry as commands find them: the revision to write on is never an old one. */
export abstract class StoredEntries {
  /** @throws Refusal `not-found`; StoreUnavailable */
  abstract current(negotiation: string, kind: EntryKind, id: string): Promise<StoredEntry>;
  /** @throws Refusal `not-found`; StoreUnavailable; what `worked` throws */
  abstract history(negotiation: string, kind: EntryKind, id: string, asked: VersionsAsked): Promise<EntryVersions>;
}
