import type { ListKind } from '../tables/list-kinds.js';
import { CHUNK_BYTES, firstKey, lastKey, Lists, numbersIn } from '../tables/lists.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { insertInto } from '../tables/row-sql.js';
import { Remembered } from '../../vocabulary/remembered.js';

/** Of so many lists it is known where they end. */
const KNOWN_ENDS = 50_000;
const KINDS = 32;

const PUT = insertInto('chunk', 'REPLACE');

/**
 * Lists as they grow: what is appended waits in memory until `flush`, which writes each list that grew once, however many events it
 * covers. Whoever reads through this sees what waits, too. What one event appended can be taken back.
 */
export class GrowingLists extends Lists {
  private readonly numberTails: Map<number, number[]>[];
  private readonly textTails: Map<number, string[]>[];
  private readonly ends = new Remembered<number, number>(KNOWN_ENDS);
  /** The lists that an event touched, and how long they were before. */
  private readonly touched: (number[] | string[])[] = [];
  private readonly lengths: number[] = [];
  private isNew: (kind: ListKind, list: number) => boolean = () => false;

  constructor(file: ReadModelFile) {
    super(file);
    this.numberTails = Array.from({ length: KINDS }, () => new Map<number, number[]>());
    this.textTails = Array.from({ length: KINDS }, () => new Map<number, string[]>());
  }

  /** The numbers that wait at the end of a list: what is pushed onto it is appended. */
  tail(kind: ListKind, list: number): number[] {
    const ofKind = this.numberTails[kind] as Map<number, number[]>;
    let tail = ofKind.get(list);
    if (tail === undefined) ofKind.set(list, (tail = []));
    this.touched.push(tail);
    this.lengths.push(tail.length);
    return tail;
  }

  appendText(kind: ListKind, list: number, text: string): void {
    const ofKind = this.textTails[kind] as Map<number, string[]>;
    let tail = ofKind.get(list);
    if (tail === undefined) ofKind.set(list, (tail = []));
    this.touched.push(tail);
    this.lengths.push(tail.length);
    tail.push(text);
  }

  override bytes(kind: ListKind, list: number): Buffer {
    const written = super.bytes(kind, list);
    const numbers = this.numberTails[kind]?.get(list);
    const texts = this.textTails[kind]?.get(list);
    const waiting = texts === undefined ? numbers && bytesOf(numbers) : Buffer.from(texts.join(''));
    return waiting === undefined ? written : Buffer.concat([written, waiting]);
  }

  override numbers(kind: ListKind, list: number): Int32Array {
    return numbersIn(this.bytes(kind, list));
  }

  /** What was appended so far stays: it is not taken back any more. */
  keep(): void {
    this.touched.length = 0;
    this.lengths.length = 0;
  }

  /** Takes back what was appended since the last `keep`. */
  takeBack(): void {
    // The first time that a list was touched comes last, and decides.
    for (let i = this.touched.length - 1; i >= 0; i -= 1) (this.touched[i] as unknown[]).length = this.lengths[i] as number;
    this.keep();
  }

  /** @param isNew tells of a list that none of it is written yet, so that nobody has to look; up to the end of the next `flush` */
  expectNew(isNew: (kind: ListKind, list: number) => boolean): void {
    this.isNew = isNew;
  }

  /** Writes what waits; to be called in a transaction. */
  flush(): void {
    this.keep();
    for (let kind = 0; kind < KINDS; kind += 1) {
      this.flushKind(kind, this.numberTails[kind] as Map<number, number[]>, bytesOf);
      this.flushKind(kind, this.textTails[kind] as Map<number, string[]>, (texts) => Buffer.from(texts.join('')));
    }
    this.isNew = () => false;
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.keep();
    for (const lists of this.numberTails) lists.clear();
    for (const lists of this.textTails) lists.clear();
    this.ends.clear();
    this.isNew = () => false;
  }

  /** The lists of texts of a kind to which something was appended. */
  textsWaiting(kind: ListKind): number[] {
    return [...(this.textTails[kind] as Map<number, string[]>).keys()];
  }

  /** Takes a list of texts away, be it written or waiting; to be called in a transaction. */
  takeText(kind: ListKind, list: number): Buffer {
    const text = this.bytes(kind, list);
    this.remove(kind, list);
    this.textTails[kind]?.delete(list);
    return text;
  }

  /** Writes a list that is new, at once; to be called in a transaction. */
  put(kind: ListKind, list: number, bytes: Buffer): void {
    this.write(kind, list, bytes);
  }

  private remove(kind: ListKind, list: number): void {
    const first = firstKey(kind, list);
    this.file.run('DELETE FROM chunk WHERE key BETWEEN ? AND ?', first, lastKey(kind, list));
    this.ends.delete(first);
  }

  private flushKind<T>(kind: ListKind, lists: Map<number, T[]>, bytesFrom: (tail: T[]) => Buffer): void {
    if (lists.size === 0) return;
    // In the order of their keys, so that each page of the file is touched once.
    for (const list of Int32Array.from(lists.keys()).sort()) {
      const tail = lists.get(list) as T[];
      if (tail.length > 0) this.write(kind, list, bytesFrom(tail));
    }
    lists.clear();
  }

  private write(kind: ListKind, list: number, more: Buffer): void {
    const first = firstKey(kind, list);
    const length = this.ends.get(first) ?? (this.isNew(kind, list) ? 0 : this.lengthOf(kind, list));
    let chunk = Math.floor(length / CHUNK_BYTES);
    let rest = length % CHUNK_BYTES === 0 ? more : Buffer.concat([this.chunk(kind, list, chunk), more]);
    for (; rest.length > 0; chunk += 1) {
      this.file.run(PUT, first + chunk, rest.subarray(0, CHUNK_BYTES));
      rest = rest.subarray(CHUNK_BYTES);
    }
    this.ends.set(first, length + more.length);
  }
}

function bytesOf(numbers: readonly number[]): Buffer {
  return Buffer.from(new Int32Array(numbers).buffer);
}
