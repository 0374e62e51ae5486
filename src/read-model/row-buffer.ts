import type { SQLInputValue } from 'node:sqlite';
import { compare } from '../vocabulary/compare.js';
import type { ReadModelFile } from './read-model-file.js';
import type { BlockTable, RowChange, Value } from './row-change.js';
import { COLUMNS, type Table, TABLES } from './schema.js';

/** Tables whose rows come in another order than that of their keys: sorted, they are written several times as fast. */
const SORTED = new Set<Table>(['mention', 'tie', 'statement', 'ending', 'standing', 'timeline']);

type Block = [least1: number, least2: number];

/**
 * Rows on their way into a file, kept back so that many are written together in the order of their keys. Who reads the file
 * flushes first.
 */
export class RowBuffer {
  private readonly rows = new Map<Table, Value[][]>();
  private readonly blocks = new Map<BlockTable, Map<number, Map<number, Block>>>();

  constructor(private readonly file: ReadModelFile) {}

  take(changes: readonly RowChange[]): void {
    for (const change of changes) this.takeOne(change);
  }

  /** Writes what was kept back. */
  flush(): void {
    for (const table of TABLES) {
      const rows = this.rows.get(table);
      if (rows !== undefined) this.write(table, rows);
    }
    this.rows.clear();
    for (const [table, blocks] of this.blocks) this.widen(table, blocks);
    this.blocks.clear();
  }

  /** Forgets what was kept back. */
  drop(): void {
    this.rows.clear();
    this.blocks.clear();
  }

  private takeOne(change: RowChange): void {
    switch (change.change) {
      case 'insert': {
        const values = COLUMNS[change.table].map((column) => change.row[column] ?? null);
        const rows = this.rows.get(change.table);
        if (rows) rows.push(values);
        else this.rows.set(change.table, [values]);
        return;
      }
      case 'widen':
        this.lower(change.table, change.key, change.least);
        return;
      case 'update':
        // The row may still be kept back.
        this.flush();
        this.update(change.table, change.set, change.where);
        return;
    }
  }

  private lower(table: BlockTable, [key, block]: readonly [number, number], [least1, least2]: readonly [number, number]): void {
    const ofTable = this.blocks.get(table) ?? new Map<number, Map<number, Block>>();
    this.blocks.set(table, ofTable);
    const ofKey = ofTable.get(key) ?? new Map<number, Block>();
    ofTable.set(key, ofKey);
    const known = ofKey.get(block);
    ofKey.set(block, known ? [Math.min(known[0], least1), Math.min(known[1], least2)] : [least1, least2]);
  }

  private write(table: Table, rows: Value[][]): void {
    const columns = COLUMNS[table];
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    if (SORTED.has(table)) rows.sort(byValues);
    for (const row of rows) this.file.run(sql, ...(row as SQLInputValue[]));
  }

  private widen(table: BlockTable, blocks: ReadonlyMap<number, ReadonlyMap<number, Block>>): void {
    const [key, block, first, second] = COLUMNS[table];
    const sql = `INSERT INTO ${table} (${COLUMNS[table].join(', ')}) VALUES (?, ?, ?, ?) ON CONFLICT (${key}, ${block}) DO UPDATE
      SET ${first} = min(${first}, excluded.${first}), ${second} = min(${second}, excluded.${second})`;
    for (const [ofKey, inKey] of blocks) for (const [number, least] of inKey) this.file.run(sql, ofKey, number, ...least);
  }

  private update(table: Table, set: Readonly<Record<string, Value>>, where: Readonly<Record<string, Value>>): void {
    const assignments = Object.keys(set).map((column) => `${column} = ?`);
    const conditions = Object.keys(where).map((column) => `${column} = ?`);
    this.file.run(
      `UPDATE ${table} SET ${assignments.join(', ')} WHERE ${conditions.join(' AND ')}`,
      ...Object.values(set),
      ...Object.values(where),
    );
  }
}

/** By the columns in their order: keys come first, and are numbers. */
function byValues(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const order = compare(Number(a[i]), Number(b[i]));
    if (order !== 0) return order;
  }
  return 0;
}
