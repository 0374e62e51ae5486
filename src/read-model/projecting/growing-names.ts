import type { Row } from '../tables/definition.js';
import { kindNumber, NAME_BY_ID, NAME_KINDS, type NameKind, type NameRow } from '../tables/names.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { insertInto, select, valuesOf, whereKey } from '../tables/row-sql.js';
import { Era, type Term } from './term.js';

/** So many are remembered; the others are read again as they come. */
const KEPT = 200_000;

const BY_NUMBER = select('name', ['id'], whereKey('name'));
const INSERT = insertInto('name');

interface Fresh {
  /** Where it is known. */
  readonly ids: Map<string, NameRow>;
  readonly row: Row<'name'>;
}

/** Gives each name the next number when it first comes. New ones wait for the next flush. */
export class GrowingNames {
  /** By kind, negotiation and id. */
  private readonly known = Object.fromEntries(NAME_KINDS.map((kind) => [kind, new Map()])) as Readonly<
    Record<NameKind, Map<string, Map<string, NameRow>>>
  >;
  private knownCount = 0;
  private readonly waiting: Fresh[] = [];
  private readonly texts = new Map<number, string>();
  private readonly era = new Era();
  /** How many of those that wait were given before the event that is applied. */
  private kept = 0;
  /** Whether all that are in the file are known: what is not known is new then. */
  private knowsAll: boolean;
  private last: number;
  private written: number;

  constructor(private readonly file: ReadModelFile) {
    this.written = this.last = lastIn(file);
    this.knowsAll = this.last === 0;
  }

  /** The same by a term: what is found stays with it. */
  numberOf(kind: NameKind, term: Term): number {
    term.holdNames(this.era);
    const place = kindNumber(kind);
    return (term.numbers[place] ??= this.of(kind, term.negotiation, term.id).number);
  }

  /**
   * The number of a name.
   * @param negotiation '' for what is of none @param defined the event, where it comes with its own entry
   * @throws Error where one of them is no text: what was stored does not fit its class
   */
  of(kind: NameKind, negotiation: string, id: string, defined = 0): NameRow {
    const ids = this.knownOf(kind, negotiation);
    const known = ids.get(id);
    if (known !== undefined) return known;
    const earlier = this.read(kind, negotiation, id);
    if (earlier !== undefined) return this.remember(ids, earlier);
    if (typeof id !== 'string') throw new Error(`${JSON.stringify(id)} names nothing`);
    const of = negotiation === '' ? 0 : this.of('negotiation', '', negotiation).number;
    this.last += 1;
    const row = { number: this.last, kind: kindNumber(kind), negotiation: of, id, defined };
    this.waiting.push({ ids, row });
    this.texts.set(row.number, id);
    return this.remember(ids, row);
  }

  /** Undefined where it never came. */
  peek(kind: NameKind, negotiation: string, id: string): NameRow | undefined {
    return this.knownOf(kind, negotiation).get(id) ?? this.read(kind, negotiation, id);
  }

  /** The text that a number stands for. */
  idOf(number: number): string {
    const waiting = this.texts.get(number);
    if (waiting !== undefined) return waiting;
    return this.file.get(BY_NUMBER, number)?.id ?? '';
  }

  /** The number of the last name that is in the file. */
  get lastWritten(): number {
    return this.written;
  }

  keep(): void {
    this.kept = this.waiting.length;
  }

  takeBack(): void {
    this.era.end();
    for (const { ids, row } of this.waiting.splice(this.kept)) {
      ids.delete(row.id);
      this.texts.delete(row.number);
      this.last -= 1;
    }
  }

  flush(): void {
    for (const { row } of this.waiting) this.file.run(INSERT, ...valuesOf('name', row));
    this.forgetWaiting();
    // What waits must be known: only now may it be forgotten.
    if (this.knownCount > KEPT) this.forgetKnown();
    this.written = this.last;
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.era.end();
    this.forgetWaiting();
    this.forgetKnown();
    this.written = this.last = lastIn(this.file);
    this.knowsAll = this.last === 0;
  }

  private forgetWaiting(): void {
    this.waiting.length = 0;
    this.kept = 0;
    this.texts.clear();
  }

  private forgetKnown(): void {
    for (const negotiations of Object.values(this.known)) negotiations.clear();
    this.knownCount = 0;
    this.knowsAll = false;
  }

  private knownOf(kind: NameKind, negotiation: string): Map<string, NameRow> {
    const negotiations = this.known[kind];
    let ids = negotiations.get(negotiation);
    if (ids === undefined) negotiations.set(negotiation, (ids = new Map<string, NameRow>()));
    return ids;
  }

  private remember(ids: Map<string, NameRow>, row: NameRow): NameRow {
    if (!ids.has(row.id)) {
      ids.set(row.id, row);
      this.knownCount += 1;
    }
    return row;
  }

  private read(kind: NameKind, negotiation: string, id: string): NameRow | undefined {
    if (this.knowsAll) return undefined;
    const of = negotiation === '' ? 0 : this.peek('negotiation', '', negotiation)?.number;
    return of === undefined ? undefined : this.file.get(NAME_BY_ID, kindNumber(kind), of, id);
  }
}

function lastIn(file: ReadModelFile): number {
  return file.get<{ last: number | null }>('SELECT max(number) AS last FROM name')?.last ?? 0;
}
