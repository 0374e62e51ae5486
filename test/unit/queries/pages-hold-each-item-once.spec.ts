import fc from 'fast-check';
import { workedPage } from '../../../src/queries/asking/worked-page.js';
import { QuestionDropped, QuestionTooDear } from '../../../src/ports/question-errors.js';
import { QuestionLimit } from '../../../src/read-model/reading/question-limit.js';
import { Refusal } from '../../../src/vocabulary/refusal.js';

/** A list of which each source gives some items, and what was worked out of it. */
function listOf(sources: readonly (readonly string[])[]) {
  const worked: number[] = [];
  const list = {
    sources: sources.map((_, i) => i),
    itemsOf: (i: number): readonly string[] => {
      worked.push(i);
      return sources[i] ?? [];
    },
    keyOf: (item: string): string => item,
    isOf: (i: number, key: string): boolean => sources[i]?.includes(key) ?? false,
  };
  return { list, worked };
}

/** All pages of a list, one behind the other. */
async function pages(sources: readonly (readonly string[])[], limit: string): Promise<string[][]> {
  const found: string[][] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await workedPage(listOf(sources).list, { limit, cursor });
    found.push(items);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

describe('pages', () => {
  it('hold each item once, in order, and are full but for the last', async () => {
    const sources = fc.uniqueArray(fc.string(), { maxLength: 20 }).chain((items) =>
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: items.length, maxLength: items.length }).map((sizes) => {
        const rest = [...items];
        return sizes.map((size) => rest.splice(0, size)).concat([rest]);
      }),
    );
    await fc.assert(
      fc.asyncProperty(sources, fc.integer({ min: 1, max: 5 }), async (of, limit) => {
        const found = await pages(of, String(limit));
        expect(found.flat()).toEqual(of.flat());
        expect(found.slice(0, -1).every(({ length }) => length === limit)).toBe(true);
      }),
    );
  });

  it('end where the last one is full', async () => {
    expect(await pages([['a'], ['b']], '2')).toEqual([['a', 'b']]);
  });

  it('hold fifty items if nothing is said', async () => {
    const items = Array.from({ length: 60 }, (_, i) => [String(i)]);
    expect((await workedPage(listOf(items).list, {})).items).toHaveLength(50);
  });

  it('cost what they show and one more, however long the list is', async () => {
    const { list, worked } = listOf(Array.from({ length: 10_000 }, (_, i) => [String(i)]));
    await workedPage(list, { limit: '1' });
    expect(worked).toEqual([0, 1]);
  });
});

describe('a cursor', () => {
  it.each([
    ['of another list', Buffer.from('c').toString('base64url')],
    ['that is none', '%%%'],
    ['that is empty', ''],
    ['that was altered', `${Buffer.from('a').toString('base64url')}=`],
  ])('%s is refused', async (_, cursor) => {
    const asking = workedPage(listOf([['a'], ['b']]).list, { cursor });
    await expect(asking).rejects.toThrow(Refusal);
    await expect(asking).rejects.toThrow('The cursor is none of this list.');
  });
});

describe('a list that is worked out', () => {
  const endless = listOf(Array.from({ length: 1_000 }, () => [])).list;

  it('ends where whoever asked has left', async () => {
    const left = new QuestionLimit(Int32Array.of(1), Infinity);
    await expect(left.within(() => workedPage(endless, {}))).rejects.toThrow(QuestionDropped);
  });

  it('ends where it takes longer than a question may', async () => {
    let now = 0;
    const limit = new QuestionLimit(Int32Array.of(0), 100, () => (now += 1));
    await expect(limit.within(() => workedPage(endless, {}))).rejects.toThrow(QuestionTooDear);
  });
});
