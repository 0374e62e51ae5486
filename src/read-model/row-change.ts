import type { Table } from './schema.js';

export type Value = string | number | bigint | null;

/** What a projection wants written; only the projector writes. */
export type RowChange =
  | { readonly change: 'insert' | 'insert once'; readonly table: Table; readonly row: Readonly<Record<string, Value>> }
  | {
      readonly change: 'update';
      readonly table: Table;
      readonly set: Readonly<Record<string, Value>>;
      readonly where: Readonly<Record<string, Value>>;
    };

export function insert(table: Table, row: Readonly<Record<string, Value>>): RowChange {
  return { change: 'insert', table, row };
}

/** A row that may be there already. */
export function insertOnce(table: Table, row: Readonly<Record<string, Value>>): RowChange {
  return { change: 'insert once', table, row };
}

export function update(table: Table, set: Readonly<Record<string, Value>>, where: Readonly<Record<string, Value>>): RowChange {
  return { change: 'update', table, set, where };
}
