import type { Row } from '../tables/definition.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { insertInto, valuesOf, whereKey } from '../tables/row-sql.js';
import { Remembered } from '../../vocabulary/remembered.js';

const KEPT = 100_000;

/** The tables that give each of their rows a list of its own. */
type NumbersTable = 'pair' | 'days';

/** Gives each row of a table the number of its list when it first comes. New ones wait for the next flush. */
export class GrowingNumbers<T extends NumbersTable> {
  private readonly remembered = new Remembered<number, number>(KEPT);
  private readonly waiting = new Map<number, Row<T>>();
  private readonly find: string;
  private readonly insert: string;
  private fresh: number[] = [];
  private last: number;
  private written: number;

  constructor(
    private readonly file: ReadModelFile,
    private readonly table: T,
  ) {
    this.find = `SELECT list FROM ${table} ${whereKey(table)}`;
    this.insert = insertInto(table);
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
    for (const row of this.waiting.values()) this.file.run(this.insert, ...valuesOf(this.table, row));
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

  /** The number by a number that stands for the key of a row; undefined where it has to be looked for. It is asked for several times an event. */
  protected known(key: number): number | undefined {
    return this.remembered.get(key);
  }

  /** The number that a row was given before; undefined where it is new. @param values of the columns of its key */
  protected earlier(key: number, ...values: readonly number[]): number | undefined {
    const list = this.waiting.get(key)?.list ?? this.file.get<{ list: number }>(this.find, ...values)?.list;
    if (list !== undefined) this.remembered.set(key, list);
    return list;
  }

  /** The number that the next row is given. */
  protected get upcoming(): number {
    return this.last + 1;
  }

  /** Takes a row that is new, with the upcoming number. */
  protected add(key: number, row: Row<T>): number {
    this.last = row.list;
    this.waiting.set(key, row);
    this.remembered.set(key, row.list);
    this.fresh.push(key);
    return row.list;
  }

  private lastIn(): number {
    return this.file.get<{ last: number | null }>(`SELECT max(list) AS last FROM ${this.table}`)?.last ?? 0;
  }
}
