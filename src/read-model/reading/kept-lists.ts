import { LRUCache } from 'lru-cache';
import type { ListKind } from '../tables/list-kinds.js';
import { firstKey, Lists, numbersIn } from '../tables/lists.js';
import type { ReadModelFile } from '../tables/read-model-file.js';

const MOST_BYTES = 10 * 1024 * 1024;
/** What a short list costs beside its bytes. */
const OVERHEAD = 200;

interface Kept {
  readonly bytes: Buffer;
  readonly numbers: Int32Array;
  /** Up to this event it is known to be whole. */
  readonly upTo: number;
}

/**
 * Lists as questions read them: those asked for lately are kept, and what they grew by is read when a question needs it. A list that
 * is whole up to an event answers every question at an R up to there: what comes later never changes what is before.
 */
export class KeptLists {
  private readonly lists: Lists;
  private readonly kept: LRUCache<number, Kept>;
  private newestUpTo = 0;

  /** @param mostBytes so much of them is kept */
  constructor(
    private readonly file: ReadModelFile,
    mostBytes = MOST_BYTES,
  ) {
    this.lists = new Lists(file);
    this.kept = new LRUCache({ maxSize: mostBytes, sizeCalculation: ({ bytes }) => bytes.length + OVERHEAD });
  }

  /** The last event up to which any list was read: what was read so far may hold what came up to there. */
  get newest(): number {
    return this.newestUpTo;
  }

  /** @param r the event up to which it has to be whole */
  numbers(kind: ListKind, list: number, r: number): Int32Array {
    return this.get(kind, list, r).numbers;
  }

  bytes(kind: ListKind, list: number, r: number): Buffer {
    return this.get(kind, list, r).bytes;
  }

  private get(kind: ListKind, list: number, r: number): Kept {
    const key = firstKey(kind, list);
    const known = this.kept.get(key);
    if (known !== undefined && known.upTo >= r) return known;
    // Asked before the list is read: what comes in between does no harm.
    const upTo = this.file.state.events;
    this.newestUpTo = Math.max(this.newestUpTo, upTo);
    const kept = { ...this.read(kind, list, known), upTo };
    this.kept.set(key, kept);
    return kept;
  }

  private read(kind: ListKind, list: number, known: Kept | undefined): Omit<Kept, 'upTo'> {
    if (known === undefined) return keptOf(this.lists.bytes(kind, list));
    const more = this.lists.bytes(kind, list, known.bytes.length);
    return more.length === 0 ? known : keptOf(Buffer.concat([known.bytes, more]));
  }
}

function keptOf(bytes: Buffer): Omit<Kept, 'upTo'> {
  return { bytes, numbers: numbersIn(bytes) };
}
