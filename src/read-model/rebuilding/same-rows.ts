import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { columnsOf, keyOf, type Table, COMPARED_TABLES } from '../tables/definition.js';

/** So many rows are compared in one turn. */
const PAGE = 1_000;

type Row = readonly SQLOutputValue[];

/**
 * Compares two files page by page in the order of their keys. In between both may take further events, if they take the same ones:
 * what is compared already then changes in both.
 * @param turn is awaited after each page, with the number of its rows
 */
export async function haveSameRows(a: ReadModelFile, b: ReadModelFile, turn: (rows: number) => Promise<void>): Promise<boolean> {
  for (const table of COMPARED_TABLES) {
    const pages = new Pages(table);
    let after: SQLInputValue[] | undefined;
    do {
      const rows = pages.read(a, after);
      if (!areSame(rows, pages.read(b, after))) return false;
      after = pages.keyOfLast(rows);
      await turn(rows.length);
    } while (after !== undefined);
  }
  return true;
}

/** The rows of a table, its key in front. */
class Pages {
  private readonly keyLength: number;
  private readonly first: string;
  private readonly next: string;

  constructor(table: Table) {
    const key = keyOf(table);
    const names = [...key, ...columnsOf(table).filter((column) => !key.includes(column))].join(', ');
    const keyNames = key.join(', ');
    const marks = key.map(() => '?').join(', ');
    this.keyLength = key.length;
    this.first = `SELECT ${names} FROM ${table} ORDER BY ${keyNames} LIMIT ${String(PAGE)}`;
    this.next = `SELECT ${names} FROM ${table} WHERE (${keyNames}) > (${marks}) ORDER BY ${keyNames} LIMIT ${String(PAGE)}`;
  }

  /** @param after the key of the last row of the page before */
  read(file: ReadModelFile, after: readonly SQLInputValue[] | undefined): Row[] {
    return after === undefined ? file.arrays(this.first) : file.arrays(this.next, ...after);
  }

  /** undefined where no further page can follow. */
  keyOfLast(rows: readonly Row[]): SQLInputValue[] | undefined {
    return rows.length < PAGE ? undefined : rows.at(-1)?.slice(0, this.keyLength);
  }
}

function areSame(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, i) => row.every((value, column) => isSame(value, b[i]?.[column])));
}

function isSame(a: SQLOutputValue, b: SQLOutputValue | undefined): boolean {
  return a instanceof Uint8Array ? b instanceof Uint8Array && Buffer.compare(a, b) === 0 : a === b;
}
