import { isRegistryEvent } from '../../vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { firstWhere } from './halving.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import type { NameRow, Names } from '../tables/names.js';
import type { KeptLists } from './kept-lists.js';
import type { StoredEvents } from './stored-events.js';
import { recent } from '../tables/recent.js';

/** Of so many kinds in negotiations all is kept. */
const KEPT_KINDS = 200;
/** So many names are read at a time where they are not kept. */
const PAGE = 500;

/** The versions of an entry: the events that recorded them, in order. */
interface Versions {
  readonly id: string;
  readonly events: number[];
}

/** All entries of a kind, by id; they take in what comes. */
interface Kept {
  readonly byId: Map<string, Versions>;
  readonly inOrder: Versions[];
  /** How long the list was that tells of them. */
  length: number;
}

/** An entry as it stands at a point: the event that recorded it so. */
export interface EntryEvent {
  readonly id: string;
  readonly event: number;
}

/**
 * Which entries of the registry there are, and since when. Of all kinds but sources, which are as many as reports by the thousand, it is
 * kept in memory; what an entry says is read from the log when it is asked for.
 */
export class KeptEntries {
  private readonly kinds = recent<string, Kept>(KEPT_KINDS);

  constructor(
    private readonly names: Names,
    private readonly lists: KeptLists,
    private readonly events: StoredEvents,
  ) {}

  /** The event that recorded an entry as it stands at R; undefined where it is not recorded by then. */
  event(kind: EntryKind, negotiation: string, id: string, r: number): number | undefined {
    if (kind !== 'source') return latest(this.all(kind, negotiation, r).byId.get(id)?.events, r);
    const name = this.names.row(kind, negotiation, id);
    return name === undefined ? undefined : latest(this.versionsOf(name, r), r);
  }

  /** The first event that recorded an entry. */
  firstEvent(kind: EntryKind, negotiation: string, id: string, r: number): number | undefined {
    const first = this.all(kind, negotiation, r).byId.get(id)?.events[0];
    return first !== undefined && first <= r ? first : undefined;
  }

  /** The entries of a kind that are recorded by R, by id. @param after only ids behind this one */
  *inOrder(kind: EntryKind, negotiation: string, r: number, after = ''): Generator<EntryEvent> {
    if (kind === 'source') {
      yield* this.sources(negotiation, r, after);
      return;
    }
    const { inOrder } = this.all(kind, negotiation, r);
    for (let i = firstBehind(inOrder, after); i < inOrder.length; i += 1) {
      const { id, events } = inOrder[i] as Versions;
      const event = latest(events, r);
      if (event !== undefined) yield { id, event };
    }
  }

  /** One of the versions of all entries of a kind, in the order in which they were recorded; undefined behind the last one by R. */
  version(kind: EntryKind, negotiation: string, place: number, r: number): EntryEvent | undefined {
    const rows = this.rows(kind, negotiation, r);
    const [number, event] = [rows[2 * place], Math.abs(rows[2 * place + 1] ?? Infinity)];
    return number === undefined || event > r ? undefined : { id: this.names.idOf(number), event };
  }

  /** The same where that is how its entry stands at R, for what asks of thousands of them. */
  standing(kind: EntryKind, negotiation: string, r: number): (place: number) => EntryEvent | undefined {
    const rows = this.rows(kind, negotiation, r);
    const { byId } = this.all(kind, negotiation, r);
    return (place) => {
      const id = this.names.idOf(rows[2 * place] as number);
      const event = Math.abs(rows[2 * place + 1] as number);
      return latest(byId.get(id)?.events, r) === event ? { id, event } : undefined;
    };
  }

  /** How many entries of a kind are recorded by R. */
  count(kind: EntryKind, negotiation: string, r: number): number {
    const rows = this.rows(kind, negotiation, r);
    let count = 0;
    for (let i = 1; i < rows.length; i += 2) if ((rows[i] as number) > 0 && (rows[i] as number) <= r) count += 1;
    return count;
  }

  /** What the entry says that an event recorded. */
  entry<K extends EntryKind>(event: number): Entries[K] {
    const { event: recorded } = this.events.at(event);
    if (!isRegistryEvent(recorded)) throw new Error(`event ${String(event)} is none of the registry`);
    return recorded.entry as Entries[K];
  }

  private *sources(negotiation: string, r: number, after: string): Generator<EntryEvent> {
    for (let last = after; ;) {
      const names = this.names.ofKind('source', negotiation, last, PAGE);
      for (const name of names) {
        const event = latest(this.versionsOf(name, r), r);
        if (event !== undefined) yield { id: name.id, event };
      }
      if (names.length < PAGE) return;
      last = names.at(-1)?.id ?? '';
    }
  }

  private versionsOf({ number, defined }: NameRow, r: number): number[] {
    return [...(defined > 0 ? [defined] : []), ...this.lists.numbers(LIST_KINDS.versions, number, r)];
  }

  private all(kind: EntryKind, negotiation: string, r: number): Kept {
    const key = `${kind} ${negotiation}`;
    const rows = this.rows(kind, negotiation, r);
    const known = this.kinds.get(key);
    if (known !== undefined) {
      this.grow(known, rows);
      return known;
    }
    const kept = this.read(kind, negotiation, rows);
    this.kinds.set(key, kept);
    return kept;
  }

  /** Takes in the versions that came since. */
  private grow(known: Kept, rows: Int32Array): void {
    for (; known.length < rows.length; known.length += 2) {
      const id = this.names.idOf(rows[known.length] as number);
      let versions = known.byId.get(id);
      if (versions === undefined) {
        versions = { id, events: [] };
        known.byId.set(id, versions);
        known.inOrder.splice(firstBehind(known.inOrder, id), 0, versions);
      }
      versions.events.push(Math.abs(rows[known.length + 1] as number));
    }
  }

  private read(kind: EntryKind, negotiation: string, rows: Int32Array): Kept {
    const names = this.names.ofKind(kind, kind === 'negotiation' ? '' : negotiation);
    const byNumber = new Map(names.map(({ number, id }) => [number, { id, events: [] as number[] }]));
    for (let i = 0; i < rows.length; i += 2) byNumber.get(rows[i] as number)?.events.push(Math.abs(rows[i + 1] as number));
    const inOrder = [...byNumber.values()].filter(({ events }) => events.length > 0);
    return { byId: new Map(inOrder.map((versions) => [versions.id, versions])), inOrder, length: rows.length };
  }

  /** Name and event of each version of each entry of a kind. */
  private rows(kind: EntryKind, negotiation: string, r: number): Int32Array {
    const list = this.names.numberOf('entries', kind === 'negotiation' ? '' : negotiation, kind);
    return list === undefined ? new Int32Array(0) : this.lists.numbers(LIST_KINDS.entries, list, r);
  }
}

function latest(events: readonly number[] | undefined, r: number): number | undefined {
  return events?.findLast((event) => event <= r);
}

function firstBehind(inOrder: readonly Versions[], id: string): number {
  return firstWhere(0, inOrder.length, (place) => (inOrder[place] as Versions).id > id);
}
