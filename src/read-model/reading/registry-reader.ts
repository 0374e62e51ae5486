import type { Lookup, Registry } from '../../rules/scene.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import type { Position } from '../../vocabulary/position.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { type Index, indexOf } from './opened-lists.js';

/** An entry as it stood at a position. */
export interface EntryAt<K extends EntryKind> {
  readonly id: string;
  readonly entry: Entries[K];
}

/** What a negotiation has many of. */
export type KindWithin = Exclude<EntryKind, 'negotiation'>;

/** The registry of one negotiation as recorded by R. */
export class RegistryReader {
  private readonly index: Index;
  private readonly r: number;

  constructor(
    file: ReadModelFile,
    private readonly negotiation: string,
    recordedBy: Position,
  ) {
    this.index = indexOf(file);
    this.r = this.index.eventAt(recordedBy);
  }

  /** One entry; undefined where it is not recorded by R. */
  entry<K extends EntryKind>(kind: K, id: string): EntryAt<K> | undefined {
    const event = this.index.entries.event(kind, this.negotiation, id, this.r);
    return event === undefined ? undefined : { id, entry: this.index.entries.entry<K>(event) };
  }

  /** All entries of a kind, by id. @param after only ids behind this one @param limit at most as many */
  entries<K extends KindWithin>(kind: K, after = '', limit = Infinity): EntryAt<K>[] {
    const found: EntryAt<K>[] = [];
    for (const { id, event } of this.index.entries.inOrder(kind, this.negotiation, this.r, after)) {
      if (found.length >= limit) break;
      found.push({ id, entry: this.index.entries.entry<K>(event) });
    }
    return found;
  }

  /** The ids of all entries of a kind, in order; what they say is not read. */
  *ids(kind: KindWithin, after = ''): Generator<string> {
    for (const { id } of this.index.entries.inOrder(kind, this.negotiation, this.r, after)) yield id;
  }

  /** How many entries of a kind there are. */
  count(kind: KindWithin): number {
    return this.index.entries.count(kind, this.negotiation, this.r);
  }

  /** What the rules read of it; undefined where the negotiation is not recorded by R. */
  forRules(): Registry | undefined {
    const negotiation = this.entry('negotiation', this.negotiation)?.entry;
    if (negotiation === undefined) return undefined;
    return {
      negotiation,
      issue: this.lookup('issue'),
      proposition: this.lookup('proposition'),
      plan: this.lookup('plan'),
      meeting: this.lookup('meeting'),
    };
  }

  private lookup<K extends EntryKind>(kind: K): Lookup<Entries[K]> {
    const known = new Map<string, Entries[K] | undefined>();
    return {
      get: (id) => {
        if (!known.has(id)) known.set(id, this.entry(kind, id)?.entry);
        return known.get(id);
      },
    };
  }
}

/** The ids of the negotiations recorded by R, in order. @param after only ids behind this one */
export function negotiationIds(file: ReadModelFile, recordedBy: Position, after = '', limit = Infinity): string[] {
  const index = indexOf(file);
  const ids: string[] = [];
  for (const { id } of index.entries.inOrder('negotiation', '', index.eventAt(recordedBy), after)) {
    if (ids.length >= limit) break;
    ids.push(id);
  }
  return ids;
}
