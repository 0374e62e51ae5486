import { kindNumber, type NameKind, type NameRow } from '../tables/names.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { recent } from '../tables/recent.js';

/** So many are remembered; the others are read again as they come. */
const KEPT = 200_000;

const BY_ID = 'SELECT number, kind, id, defined FROM name WHERE kind = ? AND negotiation = ? AND id = ?';
const INSERT = 'INSERT INTO name (number, kind, negotiation, id, defined) VALUES (?, ?, ?, ?, ?)';

interface Fresh {
  readonly key: string;
  readonly negotiation: number;
  readonly row: NameRow;
}

/** Gives each name the next number when it first comes. New ones wait for the next flush. */
export class GrowingNames {
  private readonly known = recent<string, NameRow>(KEPT);
  private readonly waiting = new Map<string, Fresh>();
  private readonly texts = new Map<number, string>();
  /** Of the event that is applied. */
  private fresh: Fresh[] = [];
  private last: number;

  constructor(private readonly file: ReadModelFile) {
    this.last = lastIn(file);
  }

  /** The number of a name. @param negotiation '' for what is of none @param defined the event, where it comes with its own entry */
  of(kind: NameKind, negotiation: string, id: string, defined = 0): NameRow {
    const key = `${kind} ${negotiation} ${id}`;
    const known = this.known.get(key) ?? this.waiting.get(key)?.row ?? this.read(kind, negotiation, id);
    if (known !== undefined) {
      this.known.set(key, known);
      return known;
    }
    const of = negotiation === '' ? 0 : this.of('negotiation', '', negotiation).number;
    this.last += 1;
    const row = { number: this.last, kind: kindNumber(kind), id, defined };
    const fresh = { key, negotiation: of, row };
    this.fresh.push(fresh);
    this.waiting.set(key, fresh);
    this.known.set(key, row);
    this.texts.set(row.number, id);
    return row;
  }

  /** Undefined where it never came. */
  peek(kind: NameKind, negotiation: string, id: string): NameRow | undefined {
    const key = `${kind} ${negotiation} ${id}`;
    return this.known.get(key) ?? this.waiting.get(key)?.row ?? this.read(kind, negotiation, id);
  }

  /** The text that a number stands for. */
  idOf(number: number): string {
    const waiting = this.texts.get(number);
    if (waiting !== undefined) return waiting;
    return this.file.get<{ id: string }>('SELECT id FROM name WHERE number = ?', number)?.id ?? '';
  }

  keep(): void {
    this.fresh = [];
  }

  takeBack(): void {
    for (const { key, row } of this.fresh) {
      this.waiting.delete(key);
      this.known.delete(key);
      this.texts.delete(row.number);
    }
    this.last -= this.fresh.length;
    this.fresh = [];
  }

  flush(): void {
    for (const { negotiation, row } of this.waiting.values()) {
      this.file.run(INSERT, row.number, row.kind, negotiation, row.id, row.defined);
    }
    this.fresh = [];
    this.waiting.clear();
    this.texts.clear();
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.fresh = [];
    this.waiting.clear();
    this.texts.clear();
    this.known.clear();
    this.last = lastIn(this.file);
  }

  private read(kind: NameKind, negotiation: string, id: string): NameRow | undefined {
    const of = negotiation === '' ? 0 : this.peek('negotiation', '', negotiation)?.number;
    return of === undefined ? undefined : this.file.get<NameRow>(BY_ID, kindNumber(kind), of, id);
  }
}

function lastIn(file: ReadModelFile): number {
  return file.get<{ last: number | null }>('SELECT max(number) AS last FROM name')?.last ?? 0;
}
