import type { Row } from '../tables/definition.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { insertInto, valuesOf, whereKey } from '../tables/row-sql.js';
import { RememberedByTwo } from './remembered-by-two.js';

const KEPT = 100_000;

/** The tables that give each of their rows a list of its own. */
type NumbersTable = 'pair' | 'days';

interface Fresh<T extends NumbersTable> {
  readonly row: Row<T>;
  readonly a: number;
  readonly b: number;
}

/** Gives each row of a table the number of its list when it first comes. New ones wait for the next flush. */
export class GrowingNumbers<T extends NumbersTable> {
  /** By two numbers that stand for the key of a row. Those that wait are among them. */
  private readonly lists = new RememberedByTwo<number, number, number>();
  private readonly waiting: Fresh<T>[] = [];
  /** How many of those that wait were given before the event that is applied. */
  private kept = 0;
  private readonly find: string;
  private readonly insert: string;
  /** Whether all that are in the file are known: what is not known is new then. */
  private knowsAll: boolean;
  private last: number;
  private written: number;

  constructor(
    private readonly file: ReadModelFile,
    private readonly table: T,
  ) {
    this.find = `SELECT list FROM ${table} ${whereKey(table)}`;
    this.insert = insertInto(table);
    this.written = this.last = this.lastIn();
    this.knowsAll = this.last === 0;
  }

  /** The number of the last list that is in the file. */
  get lastWritten(): number {
    return this.written;
  }

  keep(): void {
    this.kept = this.waiting.length;
  }

  takeBack(): void {
    for (const { a, b } of this.waiting.splice(this.kept)) {
      this.lists.delete(a, b);
      this.last -= 1;
    }
  }

  flush(): void {
    for (const { row } of this.waiting) this.file.run(this.insert, ...valuesOf(this.table, row));
    this.forgetWaiting();
    // What waits must be known: only now may it be forgotten.
    if (this.lists.size > KEPT) this.forgetKnown();
    this.written = this.last;
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.forgetWaiting();
    this.forgetKnown();
    this.written = this.last = this.lastIn();
    this.knowsAll = this.last === 0;
  }

  /** The number by two numbers that stand for the key of a row; undefined where it has to be looked for. It is asked for several times an event. */
  protected known(a: number, b: number): number | undefined {
    return this.lists.get(a, b);
  }

  /** The number that a row was given before; undefined where it is new. @param values of the columns of its key */
  protected earlier(a: number, b: number, ...values: readonly number[]): number | undefined {
    if (this.knowsAll) return undefined;
    const list = this.file.get<{ list: number }>(this.find, ...values)?.list;
    if (list !== undefined) this.lists.set(a, b, list);
    return list;
  }

  /** The number that the next row is given. */
  protected get upcoming(): number {
    return this.last + 1;
  }

  /** Takes a row that is new, with the upcoming number. */
  protected add(a: number, b: number, row: Row<T>): number {
    this.last = row.list;
    this.waiting.push({ row, a, b });
    this.lists.set(a, b, row.list);
    return row.list;
  }

  private forgetWaiting(): void {
    this.waiting.length = 0;
    this.kept = 0;
  }

  private forgetKnown(): void {
    this.lists.clear();
    this.knowsAll = false;
  }

  private lastIn(): number {
    return this.file.get<{ last: number | null }>(`SELECT max(list) AS last FROM ${this.table}`)?.last ?? 0;
  }
}
