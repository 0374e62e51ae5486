import { type Row, TABLES } from '../tables/definition.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { insertInto, valuesOf } from '../tables/row-sql.js';

type RareTable = 'later' | 'link' | 'parked';

/** Rows of tables that are written rarely, on their way into the file. */
export class WaitingRows {
  private readonly rows: { readonly table: RareTable; readonly row: Row<RareTable> }[] = [];
  private kept = 0;

  constructor(private readonly file: ReadModelFile) {}

  /** @throws Error where a value is not what its column holds: what was stored does not fit its class */
  add<T extends RareTable>(table: T, row: Row<T>): void {
    for (const [column, type] of Object.entries(TABLES[table].columns)) {
      const value = (row as Readonly<Record<string, unknown>>)[column];
      const fits = value === null ? type.endsWith('?') : typeof value === (type.startsWith('TEXT') ? 'string' : 'number');
      if (!fits) throw new Error(`${JSON.stringify(value)} is no ${column}`);
    }
    this.rows.push({ table, row });
  }

  /** Those of a table that wait. */
  of<T extends RareTable>(table: T): Row<T>[] {
    return this.rows.filter((one) => one.table === table).map(({ row }) => row as Row<T>);
  }

  keep(): void {
    this.kept = this.rows.length;
  }

  takeBack(): void {
    this.rows.length = this.kept;
  }

  flush(): void {
    for (const { table, row } of this.rows) this.file.run(insertInto(table), ...valuesOf(table, row));
    this.drop();
  }

  drop(): void {
    this.rows.length = 0;
    this.kept = 0;
  }
}
