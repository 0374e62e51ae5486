import type { ListKind } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { Remembered } from './remembered.js';

const KEPT = 100_000;

interface Place {
  readonly kind: ListKind;
  readonly owner: number;
  readonly day: number;
  readonly list: number;
  readonly firstEvent: number;
}

/** Gives each day of an owner the number of its list when it first comes. New ones wait for the next flush. */
export class GrowingDays {
  private readonly known = new Remembered<number, number>(KEPT);
  private readonly waiting = new Map<number, Place>();
  private fresh: number[] = [];
  private last: number;
  private written: number;

  constructor(private readonly file: ReadModelFile) {
    this.written = this.last = lastIn(file);
  }

  /** @param event the one that is applied: before it nothing stands in a list that is new */
  listOf(kind: ListKind, owner: number, day: number, event: number): number {
    const key = keyOf(kind, owner, day);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const earlier = this.waiting.get(key)?.list ?? this.read(kind, owner, day);
    if (earlier !== undefined) {
      this.known.set(key, earlier);
      return earlier;
    }
    this.last += 1;
    this.waiting.set(key, { kind, owner, day, list: this.last, firstEvent: event });
    this.known.set(key, this.last);
    this.fresh.push(key);
    return this.last;
  }

  /** The number of the last list that is in the file. */
  get lastWritten(): number {
    return this.written;
  }

  keep(): void {
    this.fresh.length = 0;
  }

  takeBack(): void {
    for (const key of this.fresh) {
      this.waiting.delete(key);
      this.known.delete(key);
    }
    this.last -= this.fresh.length;
    this.keep();
  }

  flush(): void {
    for (const { kind, owner, day, list, firstEvent } of this.waiting.values()) {
      this.file.run('INSERT INTO days (kind, owner, day, list, first_event) VALUES (?, ?, ?, ?, ?)', kind, owner, day, list, firstEvent);
    }
    this.waiting.clear();
    this.keep();
    this.written = this.last;
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.waiting.clear();
    this.known.clear();
    this.keep();
    this.written = this.last = lastIn(this.file);
  }

  private read(kind: ListKind, owner: number, day: number): number | undefined {
    return this.file.get<{ list: number }>('SELECT list FROM days WHERE kind = ? AND owner = ? AND day = ?', kind, owner, day)?.list;
  }
}

/** A safe integer: 32 kinds, 2^22 owners, 2^24 days around the day 0. */
function keyOf(kind: ListKind, owner: number, day: number): number {
  return (kind * 2 ** 22 + owner) * 2 ** 24 + day + 2 ** 23;
}

function lastIn(file: ReadModelFile): number {
  return file.get<{ last: number | null }>('SELECT max(list) AS last FROM days')?.last ?? 0;
}
