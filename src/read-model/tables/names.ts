import { Remembered } from '../../vocabulary/remembered.js';
import type { Row } from './definition.js';
import type { ReadModelFile } from './read-model-file.js';
import { recent } from './recent.js';
import { select } from './row-sql.js';

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

/** So many names are kept by their ids. */
const KEPT = 20_000;

/** Names that are read and kept together by their numbers, since what is recorded at one time is asked for together: 64. */
const PAGE_SHIFT = 6;
const PAGE = 1 << PAGE_SHIFT;
/** 150,000 names. */
const KEPT_PAGES = 2_344;

const COLUMNS = ['number', 'kind', 'id', 'defined'] as const;
export type NameRow = Pick<Row<'name'>, (typeof COLUMNS)[number]>;

/** Ids and kinds by the last bits of their numbers. */
interface NamePage {
  readonly ids: (string | undefined)[];
  readonly kinds: Uint8Array;
}

/** The row of a kind, a negotiation (0: of none) and an id. */
export const NAME_BY_ID = select('name', COLUMNS, 'WHERE kind = ? AND negotiation = ? AND id = ?');
const BY_NUMBER = select('name', ['number', 'kind', 'id'], 'WHERE number BETWEEN ? AND ?');
const OF_KIND = select('name', COLUMNS, 'WHERE kind = ? AND negotiation = ? AND id > ? ORDER BY id LIMIT ?');

/** Reads the numbers of names, and the names of numbers; what was read once stays so as long as the file is the same. */
export class Names {
  private readonly byId = recent<string, NameRow>(KEPT);
  private readonly pages = new Remembered<number, NamePage>(KEPT_PAGES);
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
    const row = of === undefined ? undefined : this.file.get(NAME_BY_ID, kindNumber(kind), of, id);
    // What is not there now may come.
    if (row !== undefined) this.byId.set(key, row);
    return row;
  }

  /** The text that a number stands for. */
  idOf(number: number): string {
    return this.page(number).ids[number % PAGE] as string;
  }

  kindOf(number: number): NameKind {
    return NAME_KINDS[this.page(number).kinds[number % PAGE] as number] as NameKind;
  }

  /** The page that holds a number; it is read again where the name came since. */
  private page(number: number): NamePage {
    const key = number >> PAGE_SHIFT;
    const known = this.pages.get(key);
    if (known?.ids[number % PAGE] !== undefined) return known;
    const page = this.readPage(key * PAGE);
    if (page.ids[number % PAGE] === undefined) throw new Error(`the read model knows no name ${String(number)}`);
    this.pages.set(key, page);
    return page;
  }

  private readPage(first: number): NamePage {
    const page: NamePage = { ids: new Array<string | undefined>(PAGE).fill(undefined), kinds: new Uint8Array(PAGE) };
    for (const [number, kind, id] of this.file.arrays(BY_NUMBER, first, first + PAGE - 1) as [number, number, string][]) {
      page.ids[number - first] = id;
      page.kinds[number - first] = kind;
    }
    return page;
  }

  /** The names of a kind in the order of their ids. @param after only ids behind this one @param limit −1: all of them */
  ofKind(kind: NameKind, negotiation: string, after = '', limit = -1): NameRow[] {
    const of = this.negotiation(negotiation);
    return of === undefined ? [] : this.file.all(OF_KIND, kindNumber(kind), of, after, limit);
  }

  private negotiation(negotiation: string): number | undefined {
    if (negotiation === '') return 0;
    const known = this.negotiations.get(negotiation);
    if (known !== undefined) return known;
    const row = this.file.get(NAME_BY_ID, kindNumber('negotiation'), 0, negotiation);
    if (row !== undefined) this.negotiations.set(negotiation, row.number);
    return row?.number;
  }
}

/** A kind as the column has it. */
export function kindNumber(kind: NameKind): number {
  return KIND_NUMBERS[kind];
}

const KIND_NUMBERS = Object.fromEntries(NAME_KINDS.map((kind, i) => [kind, i])) as Readonly<Record<NameKind, number>>;
