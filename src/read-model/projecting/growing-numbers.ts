import type { ReadModelFile } from '../tables/read-model-file.js';
import { Remembered } from '../../vocabulary/remembered.js';

const KEPT = 100_000;

/** What is asked of the table in which the numbers stand. */
export interface NumbersTable {
  /** Gives `last`, the highest number; null in an empty table. */
  readonly last: string;
  /** Gives `list`, the number of what its parameters tell. */
  readonly find: string;
  /** Takes a number, and then the row that it is given to. */
  readonly insert: string;
}

/** Gives each row of a table the number of its list when it first comes. New ones wait for the next flush. */
export class GrowingNumbers {
  private readonly remembered = new Remembered<number, number>(KEPT);
  private readonly waiting = new Map<number, { readonly list: number; readonly row: readonly number[] }>();
  private fresh: number[] = [];
  private last: number;
  private written: number;

  constructor(
    private readonly file: ReadModelFile,
    private readonly table: NumbersTable,
  ) {
    this.written = this.last = this.lastIn();
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
      this.remembered.delete(key);
    }
    this.last -= this.fresh.length;
    this.keep();
  }

  flush(): void {
    for (const { list, row } of this.waiting.values()) this.file.run(this.table.insert, list, ...row);
    this.waiting.clear();
    this.keep();
    this.written = this.last;
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.waiting.clear();
    this.remembered.clear();
    this.keep();
    this.written = this.last = this.lastIn();
  }

  /** The number by a key of the row; undefined where it has to be looked for. It is asked for several times an event. */
  protected known(key: number): number | undefined {
    return this.remembered.get(key);
  }

  /** The number that a row was given before; undefined where it is new. @param parameters of `find` */
  protected earlier(key: number, ...parameters: readonly number[]): number | undefined {
    const list = this.waiting.get(key)?.list ?? this.file.get<{ list: number }>(this.table.find, ...parameters)?.list;
    if (list !== undefined) this.remembered.set(key, list);
    return list;
  }

  /** Gives a row that is new the next number. */
  protected next(key: number, ...row: readonly number[]): number {
    this.last += 1;
    this.waiting.set(key, { list: this.last, row });
    this.remembered.set(key, this.last);
    this.fresh.push(key);
    return this.last;
  }

  private lastIn(): number {
    return this.file.get<{ last: number | null }>(this.table.last)?.last ?? 0;
  }
}
