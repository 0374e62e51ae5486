import { parse } from 'csv-parse';

/** A line of an import with `{column}` where a cell of a row is to stand. */
export type Mapping = Readonly<Record<string, unknown>>;

type Row = Readonly<Record<string, string>>;
type Filled = string | number | boolean | null | readonly Filled[] | { readonly [key: string]: Filled };

/** What a mapping asks for is not in the table, or is not what it says. */
export class CsvFault extends Error {}

const WHOLE = /^\{([^{}]+?)(?::(text|number|boolean|list))?\}$/;
const WITHIN = /\{([^{}]+)\}/g;

/**
 * The rows of a table as lines of an import.
 * @param csv UTF-8, its first row the names of the columns
 * @throws CsvFault with the number of the line in the table
 */
export async function* csvLines(csv: AsyncIterable<Uint8Array>, mapping: Mapping): AsyncIterable<string> {
  const rows = parse({ columns: true, bom: true, skip_empty_lines: true, info: true, relax_column_count: false });
  const fed = feed(csv, rows);
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: Row; info: { lines: number } }>) {
      yield `${JSON.stringify(filled(mapping, record, info.lines))}\n`;
    }
  } catch (error) {
    throw error instanceof CsvFault ? error : new CsvFault(`the table cannot be read: ${(error as Error).message}`, { cause: error });
  }
  await fed;
}

async function feed(csv: AsyncIterable<Uint8Array>, rows: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of csv) if (!rows.write(chunk)) await new Promise((resolve) => rows.once('drain', resolve));
    rows.end();
  } catch (error) {
    rows.destroy(error as Error);
  }
}

/**
 * A mapping with the cells of a row. `{column}` alone is its text, or with `:number`, `:boolean` or `:list` (parted by `;`) such a
 * value, and where the cell is empty the field is left out. Within a text it stands for the text of the cell.
 * @throws CsvFault
 */
export function filled(mapping: Mapping, row: Row, line: number): Filled {
  return fill(mapping, row, line) ?? {};
}

function fill(template: unknown, row: Row, line: number): Filled | undefined {
  if (typeof template === 'string') return ofText(template, row, line);
  if (Array.isArray(template)) return template.map((one) => fill(one, row, line)).filter((one) => one !== undefined);
  if (typeof template !== 'object' || template === null) return template as Filled;
  const fields = Object.entries(template).flatMap(([key, value]) => {
    const one = fill(value, row, line);
    return one === undefined ? [] : [[key, one] as const];
  });
  // A group of which every field was left out is left out itself.
  return fields.length === 0 && Object.keys(template).length > 0 ? undefined : Object.fromEntries(fields);
}

function ofText(template: string, row: Row, line: number): Filled | undefined {
  const [, column, kind = 'text'] = WHOLE.exec(template) ?? [];
  if (column === undefined) return template.replaceAll(WITHIN, (_, name: string) => cell(row, name, line));
  const text = cell(row, column, line).trim();
  if (text === '') return undefined;
  if (kind === 'list') {
    return text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  if (kind === 'number') return numberOf(text, column, line);
  if (kind === 'boolean') return booleanOf(text, column, line);
  return text;
}

function cell(row: Row, column: string, line: number): string {
  const text = row[column];
  if (text !== undefined) return text;
  throw new CsvFault(`line ${String(line)}: there is no column "${column}"; there are ${Object.keys(row).join(', ')}`);
}

function numberOf(text: string, column: string, line: number): number {
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  throw new CsvFault(`line ${String(line)}: "${text}" in the column "${column}" is no number`);
}

function booleanOf(text: string, column: string, line: number): boolean {
  if (/^(true|yes|1)$/i.test(text)) return true;
  if (/^(false|no|0)$/i.test(text)) return false;
  throw new CsvFault(`line ${String(line)}: "${text}" in the column "${column}" is neither true nor false`);
}
