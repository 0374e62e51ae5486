import { fingerprintOf } from './fingerprint.js';
import { LIST_KINDS, LIST_LAYOUTS } from './list-kinds.js';

/** What a column holds; with a question mark it may be null. */
type ColumnType = 'INTEGER' | 'INTEGER?' | 'TEXT' | 'TEXT?' | 'BLOB';

interface Definition {
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** A single INTEGER is the row's own number in SQLite. */
  readonly key: readonly string[];
  readonly index?: readonly string[];
}

/**
 * All tables: DDL, the order of columns and the types of rows come from here. Nearly everything is in the lists (`chunk`, see
 * list-kinds.ts); events are numbered from 1 in the order in which they were applied, and a report is the number of the event that first
 * recorded it, a content the number of the event that recorded it (docs/adr/0017).
 */
export const TABLES = {
  meta: { columns: { key: 'TEXT', value: 'TEXT' }, key: ['key'] },
  /** The pieces of all lists. */
  chunk: { columns: { key: 'INTEGER', bytes: 'BLOB' }, key: ['key'] },
  /** Numbers for texts. `defined` is the event that first defined the entry of that name, where the name came with it; else 0. */
  name: {
    columns: { number: 'INTEGER', kind: 'INTEGER', negotiation: 'INTEGER', id: 'TEXT', defined: 'INTEGER' },
    key: ['number'],
    index: ['kind', 'negotiation', 'id'],
  },
  /** Finds a report by a hash of its negotiation and id. */
  report_key: { columns: { key: 'INTEGER', report: 'INTEGER' }, key: ['key'] },
  /** Two names that have a list together: a target and a party, an issue and a meeting or plan. */
  pair: { columns: { first: 'INTEGER', second: 'INTEGER', list: 'INTEGER' }, key: ['first', 'second'] },
  /** The lists of an owner that are kept by days. Before its first event nothing stands in such a list. */
  days: {
    columns: { kind: 'INTEGER', owner: 'INTEGER', day: 'INTEGER', list: 'INTEGER', first_event: 'INTEGER' },
    key: ['kind', 'owner', 'day'],
  },
  /** What came later of a report or of a source: corrections, retractions, withdrawals and what takes them back, links. */
  later: {
    columns: {
      scope: 'INTEGER',
      subject: 'INTEGER',
      event: 'INTEGER',
      type: 'TEXT',
      revision: 'INTEGER',
      reason: 'TEXT?',
      published_hi: 'INTEGER?',
    },
    key: ['scope', 'subject', 'event'],
  },
  link: {
    columns: { negotiation: 'INTEGER', report: 'TEXT', event: 'INTEGER', kind: 'TEXT', target: 'TEXT', made: 'INTEGER' },
    key: ['negotiation', 'report', 'event'],
    index: ['negotiation', 'target'],
  },
  parked: {
    columns: { event: 'INTEGER', type: 'TEXT', negotiation: 'TEXT', issues: 'TEXT', error: 'TEXT' },
    key: ['event'],
  },
} as const satisfies Record<string, Definition>;

export type Table = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as Table[];

/** Those that two files of one log have alike: how far each has come is its own. */
export const COMPARED_TABLES = TABLE_NAMES.filter((table) => table !== 'meta');

type ValueOf<T extends ColumnType> = T extends 'INTEGER'
  ? number
  : T extends 'INTEGER?'
    ? number | null
    : T extends 'TEXT'
      ? string
      : T extends 'TEXT?'
        ? string | null
        : Uint8Array;

type ColumnsOf<T extends Table> = (typeof TABLES)[T]['columns'];

/** A row of a table. */
export type Row<T extends Table> = {
  readonly [C in keyof ColumnsOf<T>]: ColumnsOf<T>[C] extends ColumnType ? ValueOf<ColumnsOf<T>[C]> : never;
};

/** The columns of a table in the order in which rows are written. */
export function columnsOf(table: Table): readonly string[] {
  return Object.keys(TABLES[table].columns);
}

/** The key of a table. */
export function keyOf(table: Table): readonly string[] {
  return TABLES[table].key;
}

/** What makes all tables. */
export const SCHEMA = TABLE_NAMES.map((table) => ddlOf(table, TABLES[table])).join('\n');

/** Changes with every change of tables and lists: a file of another shape cannot be read, and is filled anew from the log. */
export const SHAPE = fingerprintOf({ TABLES, LIST_KINDS, LIST_LAYOUTS });

/**
 * Raised with every change of what is put into the tables: a file of another version goes on answering until one of this version
 * is built beside it (docs/adr/0009).
 */
export const PROJECTION_VERSION = 2;

function ddlOf(table: string, { columns, key, index }: Definition): string {
  const isNumbered = key.length === 1 && columns[key[0] ?? ''] === 'INTEGER';
  const lines = Object.entries(columns).map(([name, type]) => {
    if (isNumbered && name === key[0]) return `${name} INTEGER PRIMARY KEY`;
    return type.endsWith('?') ? `${name} ${type.slice(0, -1)}` : `${name} ${type} NOT NULL`;
  });
  const primary = isNumbered ? [] : [`PRIMARY KEY (${key.join(', ')})`];
  const ddl = `CREATE TABLE ${table} (${[...lines, ...primary].join(', ')}) STRICT${isNumbered ? '' : ', WITHOUT ROWID'};`;
  return index === undefined ? ddl : `${ddl}\nCREATE INDEX ${table}_by_${index.at(-1) ?? ''} ON ${table} (${index.join(', ')});`;
}
