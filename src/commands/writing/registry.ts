import { ForeignEvent, type UnreadableEvent } from '../../event-store/unreadable-event.js';
import { isRegistryEvent } from '../../vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import { type LastEvent, lastEvent, type RecordedAt, type State } from './state.js';

/** An entry of the registry as it stands, and where its last event stands. */
export interface EntryState<K extends EntryKind = EntryKind> extends State {
  readonly entry: Entries[K];
}

/**
 * The registry of a negotiation, its sources left out. It is long and grows, so it is not copied with each event: who wants to go on
 * from it without changing it takes a fork.
 */
export class Registry implements State {
  private readonly own = new Map<string, EntryState>();
  private hasOwnRetired = false;

  private constructor(
    public last: LastEvent,
    private readonly below: Registry | undefined,
    /** What another program has written into the stream. */
    public foreign?: ForeignEvent,
  ) {}

  static startingAt(last: LastEvent): Registry {
    return new Registry(last, undefined);
  }

  entry<K extends EntryKind>(kind: K, id: string): EntryState<K> | undefined {
    return (this.own.get(entryKey(kind, id)) as EntryState<K> | undefined) ?? this.below?.entry(kind, id);
  }

  /** Whether an entry is, or was, marked as retired: mostly none is. */
  get everRetired(): boolean {
    return this.hasOwnRetired || this.below?.everRetired === true;
  }

  /** All entries of a kind, by id. */
  entries<K extends EntryKind>(kind: K): [id: string, entry: Entries[K]][] {
    const own = this.own.entries().filter(([key]) => key.startsWith(`${kind} `));
    const all = new Map(this.below?.entries(kind));
    for (const [key, { entry }] of own) all.set(key.slice(kind.length + 1), entry as Entries[K]);
    return [...all];
  }

  /** What comes to the fork leaves this one as it is. */
  fork(): Registry {
    return new Registry(this.last, this, this.foreign);
  }

  /** @param recorded the next event of the stream */
  take({ event, ...at }: RecordedAt): void {
    this.last = lastEvent(at);
    if (!isRegistryEvent(event)) return;
    if (event.entry.retired === true) this.hasOwnRetired = true;
    this.own.set(entryKey(KIND_OF_REGISTRY_EVENT[event.type], event.id), { entry: event.entry, last: this.last });
  }

  /** An event that cannot be read is parked by the projections, and stops no command on other entries; one of another program stops them. */
  passOver(at: Omit<RecordedAt, 'event'>, why: UnreadableEvent): void {
    this.last = lastEvent(at);
    if (why instanceof ForeignEvent) this.foreign ??= why;
  }
}

/** The registry after one more event; the one given takes it in. */
export function evolveRegistry(registry: Registry | undefined, recorded: RecordedAt): Registry {
  const evolved = registry ?? Registry.startingAt(lastEvent(recorded));
  evolved.take(recorded);
  return evolved;
}

function entryKey(kind: EntryKind, id: string): string {
  return `${kind} ${id}`;
}
