import type { ReadModelFile } from './read-model-file.js';
import { recent } from './recent.js';

/**
 * What names stand for: entries of the registry; `actor`: whoever is named in a report; `resolves`: a blocker that is named as resolved;
 * `unassigned`: the reports that name no issue; `entries`: all entries of a kind. Of no negotiation: `type` of an event, `written` a date, and `by`
 * who is named as claimant, as JSON. The numbers of kinds are stored: new ones stand at the end.
 */
export const NAME_KINDS = [
  'negotiation',
  'issue',
  'proposition',
  'party',
  'person',
  'plan',
  'meeting',
  'source',
  'actor',
  'resolves',
  'unassigned',
  'entries',
  'type',
  'written',
  'by',
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

const KEPT = 20_000;

export interface NameRow {
  readonly number: number;
  readonly kind: number;
  readonly id: string;
  readonly defined: number;
}

const BY_ID = 'SELECT number, kind, id, defined FROM name WHERE kind = ? AND negotiation = ? AND id = ?';
const BY_NUMBER = 'SELECT number, kind, id, defined FROM name WHERE number = ?';
const OF_KIND = 'SELECT number, kind, id, defined FROM name WHERE kind = ? AND negotiation = ? AND id > ? ORDER BY id LIMIT ?';

/** Reads the numbers of names, and the names of numbers; what was read once stays so as long as the file is the same. */
export class Names {
  private readonly byId = recent<string, NameRow>(KEPT);
  private readonly byNumber = recent<number, NameRow>(KEPT);
  private readonly negotiations = new Map<string, number>();

  constructor(private readonly file: ReadModelFile) {}

  /** The number of a name; undefined where it never came. @param negotiation '' for what is of none */
  numberOf(kind: NameKind, negotiation: string, id: string): number | undefined {
    return this.row(kind, negotiation, id)?.number;
  }

  /** The same with the event that defined it. */
  row(kind: NameKind, negotiation: string, id: string): NameRow | undefined {
    const key = `${kind} ${negotiation} ${id}`;
    const known = this.byId.get(key);
    if (known !== undefined) return known;
    const of = this.negotiation(negotiation);
    const row = of === undefined ? undefined : this.file.get<NameRow>(BY_ID, kindNumber(kind), of, id);
    // What is not there now may come.
    if (row !== undefined) this.byId.set(key, row);
    return row;
  }

  /** The text that a number stands for. */
  idOf(number: number): string {
    return this.named(number).id;
  }

  kindOf(number: number): NameKind {
    return NAME_KINDS[this.named(number).kind] as NameKind;
  }

  private named(number: number): NameRow {
    let row = this.byNumber.get(number);
    if (row === undefined) {
      row = this.file.get<NameRow>(BY_NUMBER, number);
      if (row === undefined) throw new Error(`the read model knows no name ${String(number)}`);
      this.byNumber.set(number, row);
    }
    return row;
  }

  /** The names of a kind in the order of their ids. @param after only ids behind this one @param limit −1: all of them */
  ofKind(kind: NameKind, negotiation: string, after = '', limit = -1): NameRow[] {
    const of = this.negotiation(negotiation);
    return of === undefined ? [] : this.file.all<NameRow>(OF_KIND, kindNumber(kind), of, after, limit);
  }

  private negotiation(negotiation: string): number | undefined {
    if (negotiation === '') return 0;
    const known = this.negotiations.get(negotiation);
    if (known !== undefined) return known;
    const row = this.file.get<NameRow>(BY_ID, kindNumber('negotiation'), 0, negotiation);
    if (row !== undefined) this.negotiations.set(negotiation, row.number);
    return row?.number;
  }
}

/** A kind as the column has it. */
export function kindNumber(kind: NameKind): number {
  return KIND_NUMBERS[kind];
}

const KIND_NUMBERS = Object.fromEntries(NAME_KINDS.map((kind, i) => [kind, i])) as Readonly<Record<NameKind, number>>;
