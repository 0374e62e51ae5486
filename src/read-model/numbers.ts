import type { ReadModelFile } from './read-model-file.js';
import type { RowBuffer } from './row-buffer.js';
import { insert, type Row, type RowChange } from './row-change.js';
import { COLUMNS } from './schema.js';

type NumberedTable = 'name' | 'pair' | 'strand';

/** So many are kept in memory; then all are forgotten and read again as they come. */
const KEPT = 100_000;

/** Numbers that stand for combinations of values: each has the next one when it first comes. */
export class Numbers<T extends NumberedTable> {
  private readonly known = new Map<string, number>();
  private fresh: { readonly text: string; readonly row: RowChange }[] = [];
  private last: number | undefined;
  private readonly select: string;

  /** @param parts the columns that the number stands for @param others what the other columns are at first */
  constructor(
    private readonly file: ReadModelFile,
    private readonly buffer: RowBuffer,
    private readonly table: T,
    private readonly parts: readonly (keyof Row<T> & string)[],
    private readonly others: Partial<Row<T>>,
  ) {
    this.select = `SELECT ${this.column} AS number FROM ${table} WHERE ${parts.map((part) => `${part} = ?`).join(' AND ')}`;
  }

  /** The number of some values; a new one where they never came before. */
  of(...values: readonly (string | number)[]): number {
    const text = values.join('\0');
    return this.known.get(text) ?? this.read(text, values) ?? this.next(text, values);
  }

  /** The rows of the numbers that are new since the last time. */
  takeFresh(): RowChange[] {
    const rows = this.fresh.map(({ row }) => row);
    this.fresh = [];
    if (this.known.size > KEPT) {
      this.buffer.take(rows);
      this.buffer.flush();
      this.known.clear();
      return [];
    }
    return rows;
  }

  /** Gives back the numbers that are new since the last time. */
  undo(): void {
    for (const { text } of this.fresh) this.known.delete(text);
    if (this.last !== undefined) this.last -= this.fresh.length;
    this.fresh = [];
  }

  /** Forgets all that was read: the file was rolled back. */
  forget(): void {
    this.known.clear();
    this.fresh = [];
    this.last = undefined;
  }

  private get column(): string {
    return COLUMNS[this.table][0];
  }

  private read(text: string, values: readonly (string | number)[]): number | undefined {
    const found = this.file.get<{ number: number }>(this.select, ...values)?.number;
    if (found !== undefined) this.known.set(text, found);
    return found;
  }

  private next(text: string, values: readonly (string | number)[]): number {
    this.last ??= this.file.get<{ last: number | null }>(`SELECT max(${this.column}) AS last FROM ${this.table}`)?.last ?? 0;
    this.last += 1;
    const columns = Object.fromEntries(this.parts.map((part, i) => [part, values[i] ?? null]));
    const row = { [this.column]: this.last, ...columns, ...this.others } as Row<T>;
    this.known.set(text, this.last);
    this.fresh.push({ text, row: insert(this.table, row) });
    return this.last;
  }
}
