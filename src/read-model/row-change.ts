import type { COLUMNS, Table } from './schema.js';

export type Value = string | number | bigint | null;

/** A row with all columns of its table. */
export type Row<T extends Table = Table> = Readonly<Record<(typeof COLUMNS)[T][number], Value>>;

/** Tables that tell what a stretch of another one holds at the earliest. */
export type BlockTable = Extract<Table, `${string}_block`>;

/** What a projection wants written; only the projector writes. */
export type RowChange =
  | { readonly change: 'insert'; readonly table: Table; readonly row: Readonly<Record<string, Value>> }
  | {
      readonly change: 'update';
      readonly table: Table;
      readonly set: Readonly<Record<string, Value>>;
      readonly where: Readonly<Record<string, Value>>;
    }
  /** A block is made, or its least values are lowered. */
  | {
      readonly change: 'widen';
      readonly table: BlockTable;
      readonly key: readonly [number, number];
      readonly least: readonly [number, number];
    };

export function insert<T extends Table>(table: T, row: Row<T>): RowChange {
  return { change: 'insert', table, row };
}

export function update<T extends Table>(table: T, set: Partial<Row<T>>, where: Partial<Row<T>>): RowChange {
  return { change: 'update', table, set: set as Readonly<Record<string, Value>>, where: where as Readonly<Record<string, Value>> };
}

/** @param key of the block @param least its two values, each lowered to these where they are less */
export function widen(table: BlockTable, key: readonly [number, number], least: readonly [number, number]): RowChange {
  return { change: 'widen', table, key, least };
}
