import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import { invalidCursor, keyIn, limitOf, type PageQuery, toCursor } from './page.js';

/** How the items of a list are worked out, one source after the other. */
export interface WorkedList<Source, Item> {
  /** What items come from, in the order of the list. */
  readonly sources: readonly Source[];
  /** The items of a source, in order; none where it has none that is asked for. */
  readonly itemsOf: (source: Source) => readonly Item[] | Promise<readonly Item[]>;
  /** What tells an item from all others of the list. */
  readonly keyOf: (item: Item) => string;
  /** Whether an item with the key would come from the source. */
  readonly isOf: (source: Source, key: string) => boolean;
}

/**
 * One page of a list of which nothing is worked out but what the page shows, and what has to be looked at to find it. Others have
 * their turn in between, and it ends where nobody waits for it.
 * @throws Refusal `invalid-query` where the cursor is none of the list; QuestionDropped, QuestionTooDear
 */
export async function workedPage<Source, Item>(
  list: WorkedList<Source, Item>,
  query: PageQuery,
): Promise<{ items: Item[]; nextCursor: string | null }> {
  const { sources, itemsOf, keyOf, isOf } = list;
  const after = query.cursor === undefined ? undefined : keyIn(query.cursor);
  const start = after === undefined ? 0 : sources.findIndex((source) => isOf(source, after));
  if (start < 0) throw invalidCursor();
  const behind = (items: readonly Item[]): readonly Item[] => items.slice(items.findIndex((item) => keyOf(item) === after) + 1);
  const limit = limitOf(query);
  const found: Item[] = [];
  for await (const [i, items] of worked(sources.slice(start), itemsOf)) {
    found.push(...(i === 0 && after !== undefined ? behind(items) : items));
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown, nextCursor: found.length > limit && last !== undefined ? toCursor(keyOf(last)) : null };
}

/** All items of a list, others having their turn in between. @throws QuestionDropped, QuestionTooDear */
export async function wholeList<Source, Item>({ sources, itemsOf }: WorkedList<Source, Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const [, items] of worked(sources, itemsOf)) for (const item of items) found.push(item);
  return found;
}

async function* worked<Source, Item>(
  sources: readonly Source[],
  itemsOf: WorkedList<Source, Item>['itemsOf'],
): AsyncGenerator<[place: number, items: readonly Item[]]> {
  const turns = new QuestionTurns();
  for (const [i, source] of sources.entries()) {
    yield [i, await itemsOf(source)];
    await turns.worked();
  }
}
