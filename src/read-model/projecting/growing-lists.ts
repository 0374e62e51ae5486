import type { ListKind } from '../tables/list-kinds.js';
import { CHUNK_BYTES, firstKey, lastKey, Lists, numbersIn } from '../tables/lists.js';
import { insertInto } from '../tables/row-sql.js';
import { Remembered } from '../../vocabulary/remembered.js';
import { NumberTail } from './number-tail.js';
import { TailMemory } from './tail-memory.js';
import { type Tail, Tails } from './tails.js';
import { TextTail } from './text-tail.js';

/** Of so many lists it is known where they end. */
const KNOWN_ENDS = 50_000;
const KINDS = 32;

const PUT = insertInto('chunk', 'REPLACE');

/**
 * Lists as they grow: what is appended waits in memory until `flush`, which writes each list that grew once, however many events it
 * covers. Whoever reads through this sees what waits, too. What one event appended can be taken back.
 */
export class GrowingLists extends Lists {
  /** What waits stands there. */
  private readonly memory = new TailMemory();
  private readonly numberTails = Array.from({ length: KINDS }, () => new Tails(() => new NumberTail(this.memory)));
  private readonly textTails = Array.from({ length: KINDS }, () => new Tails(() => new TextTail(this.memory)));
  private readonly ends = new Remembered<number, number>(KNOWN_ENDS);
  /** The lists that an event touched, and how long they were before. */
  private readonly touched: Tail[] = [];
  private readonly lengths: number[] = [];
  private isNew: (kind: ListKind, list: number) => boolean = () => false;

  /** The numbers that wait at the end of a list: what is pushed onto it is appended. */
  tail(kind: ListKind, list: number): NumberTail {
    return this.touch((this.numberTails[kind] as Tails<NumberTail>).of(list));
  }

  /** The same of a list of text. */
  textTail(kind: ListKind, list: number): TextTail {
    return this.touch((this.textTails[kind] as Tails<TextTail>).of(list));
  }

  override bytes(kind: ListKind, list: number): Buffer {
    const waiting = this.textTails[kind]?.get(list) ?? this.numberTails[kind]?.get(list);
    if (this.isNew(kind, list)) return waiting?.bytes ?? Buffer.alloc(0);
    const written = super.bytes(kind, list);
    return waiting === undefined ? written : Buffer.concat([written, waiting.bytes]);
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
    for (let i = this.touched.length - 1; i >= 0; i -= 1) (this.touched[i] as Tail).backTo(this.lengths[i] as number);
    this.keep();
  }

  /** @param isNew tells of a list that none of it is written yet, so that nobody has to look */
  expectNew(isNew: (kind: ListKind, list: number) => boolean): void {
    this.isNew = isNew;
  }

  /** Writes what waits; to be called in a transaction. */
  flush(): void {
    this.keep();
    for (let kind = 0; kind < KINDS; kind += 1) {
      this.flushKind(kind, this.numberTails[kind] as Tails<Tail>);
      this.flushKind(kind, this.textTails[kind] as Tails<Tail>);
    }
    this.memory.clear();
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.keep();
    for (const lists of this.numberTails) lists.clear();
    for (const lists of this.textTails) lists.clear();
    this.memory.clear();
    this.ends.clear();
  }

  /** The lists of texts of a kind to which something was appended. */
  textsWaiting(kind: ListKind): number[] {
    return this.textTails[kind]?.lists ?? [];
  }

  /** Takes a list of texts away, be it written or waiting; to be called in a transaction. It is not to be kept. */
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
    if (this.isNew(kind, list)) return;
    const first = firstKey(kind, list);
    this.file.run('DELETE FROM chunk WHERE key BETWEEN ? AND ?', first, lastKey(kind, list));
    this.ends.delete(first);
  }

  private touch<T extends Tail>(tail: T): T {
    this.touched.push(tail);
    this.lengths.push(tail.length);
    return tail;
  }

  private flushKind(kind: ListKind, tails: Tails<Tail>): void {
    // In the order of their keys, so that each page of the file is touched once.
    for (const list of Int32Array.from(tails.lists).sort()) {
      const tail = tails.get(list);
      if (tail !== undefined && tail.length > 0) this.write(kind, list, tail.bytes);
    }
    tails.clear();
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
