import type { SQLInputValue } from 'node:sqlite';
import { columnsOf, keyOf, type Row, type Table } from './definition.js';

declare const ROW: unique symbol;

/** SQL that is answered with rows of a type. */
export type Select<R> = string & { readonly [ROW]: R };

/** Columns of rows of a table. @param rest what follows the name of the table */
export function select<T extends Table, const C extends keyof Row<T> & string>(
  table: T,
  columns: readonly C[],
  rest = '',
): Select<Pick<Row<T>, C>> {
  return `SELECT ${columns.join(', ')} FROM ${table} ${rest}` as Select<Pick<Row<T>, C>>;
}

/** Whole rows of a table. @param rest what follows the name of the table */
export function selectWhole<T extends Table>(table: T, rest = ''): Select<Row<T>> {
  return `SELECT ${columnsOf(table).join(', ')} FROM ${table} ${rest}` as Select<Row<T>>;
}

/** That of one row, by the values of its key, in the order of the key. */
export function whereKey(table: Table): string {
  return `WHERE ${keyOf(table)
    .map((column) => `${column} = ?`)
    .join(' AND ')}`;
}

/** Writes a row. @param or what is done where there is one of the same key; left out: it fails */
export function insertInto(table: Table, or?: 'IGNORE' | 'REPLACE'): string {
  const columns = columnsOf(table);
  return `INSERT ${or === undefined ? '' : `OR ${or} `}INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}

/** A row as `insertInto` takes it. */
export function valuesOf<T extends Table>(table: T, row: Row<T>): SQLInputValue[] {
  return columnsOf(table).map((column) => (row as Readonly<Record<string, SQLInputValue>>)[column] ?? null);
}
