import { stringify } from 'csv-stringify/sync';

/** An answer that is a table: a list, or the matrix, which has a column for each party that is shown. */
export type Table = { readonly items: readonly object[] } | { readonly columns: readonly Party[]; readonly rows: readonly MatrixRow[] };

interface Party {
  readonly party: string;
}

interface MatrixRow {
  readonly cells: readonly (Party & { readonly modality: string })[];
}

/** The rows of a table: of the matrix a proposition each, with what every party holds on it. */
export function rowsOf(table: Table): readonly object[] {
  if ('items' in table) return table.items;
  return table.rows.map(({ cells, ...row }) => {
    const held = table.columns.map(({ party }) => [party, cells.find((cell) => cell.party === party)?.modality ?? null] as const);
    return { ...row, held: Object.fromEntries(held) };
  });
}

type Value = string | number | boolean | null;

/**
 * The items of a list as a table: a column for each field that any of them has, fields within fields by their path
 * (`target.text`), lists of plain values parted by spaces, lists of other things as JSON. A text that a spreadsheet would take
 * for a formula is marked as a text.
 */
export function csvOf(items: readonly object[]): string {
  const rows = items.map((item) => new Map(fieldsOf(item, '')));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return stringify(
    rows.map((row) => columns.map((column) => told(row.get(column) ?? null))),
    { header: true, columns, escape_formulas: true, record_delimiter: 'windows', bom: true },
  );
}

function* fieldsOf(item: object, path: string): Generator<[string, Value]> {
  for (const [name, value] of Object.entries(item) as [string, unknown][]) {
    const column = path === '' ? name : `${path}.${name}`;
    if (Array.isArray(value)) yield [column, value.every(isPlain) ? value.join(' ') : JSON.stringify(value)];
    else if (typeof value === 'object' && value !== null) yield* fieldsOf(value, column);
    else yield [column, value as Value];
  }
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object';
}

/** What is true or false says so, in words. */
function told(value: Value): string | number | null {
  return typeof value === 'boolean' ? String(value) : value;
}
