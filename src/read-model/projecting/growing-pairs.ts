import type { ReadModelFile } from '../tables/read-model-file.js';
import { Remembered } from './remembered.js';

const KEPT = 100_000;

/** Gives each two names the number of their list when they first come together. New ones wait for the next flush. */
export class GrowingPairs {
  private readonly known = new Remembered<number, number>(KEPT);
  private readonly waiting = new Map<number, readonly [first: number, second: number, list: number]>();
  private fresh: number[] = [];
  private last: number;
  private written: number;

  constructor(private readonly file: ReadModelFile) {
    this.written = this.last = lastIn(file);
  }

  listOf(first: number, second: number): number {
    const key = first * 2 ** 26 + second;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const earlier = this.waiting.get(key)?.[2] ?? this.read(first, second);
    if (earlier !== undefined) {
      this.known.set(key, earlier);
      return earlier;
    }
    this.last += 1;
    this.waiting.set(key, [first, second, this.last]);
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
    for (const row of this.waiting.values()) this.file.run('INSERT INTO pair (first, second, list) VALUES (?, ?, ?)', ...row);
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

  private read(first: number, second: number): number | undefined {
    return this.file.get<{ list: number }>('SELECT list FROM pair WHERE first = ? AND second = ?', first, second)?.list;
  }
}

function lastIn(file: ReadModelFile): number {
  return file.get<{ last: number | null }>('SELECT max(list) AS last FROM pair')?.last ?? 0;
}
