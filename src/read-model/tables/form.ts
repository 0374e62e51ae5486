import { isDeepStrictEqual } from 'node:util';
import { type Table, TABLES } from './definition.js';
import { KINDS_OF_NAMING, LAYOUTS_OF_LISTS, LIST_KINDS, LIST_LAYOUTS, type ListKind } from './list-kinds.js';

/** What a file says of how it is laid out: the columns of its tables with their types, the numbers of its lists, the meaning of the numbers within. */
interface Form {
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly lists: Readonly<Record<string, number>>;
  readonly layouts: Readonly<Record<string, unknown>>;
}

/** Without these nothing can be read. */
const NEEDED: readonly Table[] = ['meta', 'chunk', 'name'];

/** How this program lays out a file, as it is written into it. */
export const FORM = JSON.stringify({
  columns: Object.fromEntries(Object.entries(TABLES).map(([table, { columns }]) => [table, columns])),
  lists: LIST_KINDS,
  layouts: LIST_LAYOUTS,
} satisfies Form);

/**
 * The kinds of lists that this program cannot read in a file of another form. What a table lacks, SQLite says where it is asked for.
 * @param text what the file says of its form
 * @returns undefined where nothing of it can be read
 */
export function listsLackingIn(text: string): ReadonlySet<ListKind> | undefined {
  const form = formIn(text);
  if (form === undefined || NEEDED.some((table) => lacksColumns(form, table)) || hasOtherTypes(form)) return undefined;
  const lacking = Object.entries(LAYOUTS_OF_LISTS).filter(
    ([kind, layouts]) =>
      form.lists[kind] !== LIST_KINDS[kind as keyof typeof LIST_KINDS] || layouts.some((name) => !isReadable(form.layouts[name], name)),
  );
  return new Set(lacking.flatMap(([kind]) => (kind === 'naming' ? KINDS_OF_NAMING : [LIST_KINDS[kind as keyof typeof LIST_KINDS]])));
}

function formIn(text: string): Form | undefined {
  try {
    const { columns, lists, layouts } = JSON.parse(text) as Partial<Form>;
    return columns && lists && layouts && { columns, lists, layouts };
  } catch {
    return undefined;
  }
}

function lacksColumns({ columns }: Form, table: Table): boolean {
  return Object.entries(TABLES[table].columns).some(([name, type]) => columns[table]?.[name] !== type);
}

/** A column that keeps its name and changes its type would be read as something else than it is. */
function hasOtherTypes({ columns }: Form): boolean {
  return Object.entries(TABLES).some(([table, today]) =>
    Object.entries(today.columns).some(([name, type]) => (columns[table]?.[name] ?? type) !== type),
  );
}

/** Words that stand for numbers may have become more: those at the beginning mean what they meant. */
function isReadable(then: unknown, name: keyof typeof LIST_LAYOUTS): boolean {
  const now: unknown = LIST_LAYOUTS[name];
  return Array.isArray(now) && Array.isArray(then) ? isDeepStrictEqual(then, now.slice(0, then.length)) : isDeepStrictEqual(then, now);
}
