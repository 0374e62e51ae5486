import fc from 'fast-check';
import { page } from '../../../src/queries/asking/page.js';
import { Refusal } from '../../../src/vocabulary/refusal.js';

const itself = (item: string): string => item;

/** All pages of a list, one behind the other. */
function pages(items: readonly string[], limit: string): string[][] {
  const found: string[][] = [];
  let cursor: string | undefined;
  do {
    const { items: shown, nextCursor } = page(items, itself, { limit, cursor });
    found.push(shown);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

describe('pages', () => {
  it('hold each item once, in order, and are full but for the last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 5 }), (items, limit) => {
        const found = pages(items, String(limit));
        expect(found.flat()).toEqual(items);
        expect(found.slice(0, -1).every(({ length }) => length === limit)).toBe(true);
      }),
    );
  });

  it('end where the last one is full', () => {
    expect(pages(['a', 'b'], '2')).toEqual([['a', 'b']]);
  });

  it('hold fifty items if nothing is said', () => {
    const items = Array.from({ length: 60 }, (_, i) => String(i));
    expect(page(items, itself, {}).items).toHaveLength(50);
  });
});

describe('a cursor', () => {
  it.each([
    ['of another list', Buffer.from('c').toString('base64url')],
    ['that is none', '%%%'],
    ['that is empty', ''],
    ['that was altered', `${Buffer.from('a').toString('base64url')}=`],
  ])('%s is refused', (_, cursor) => {
    const asking = (): unknown => page(['a', 'b'], itself, { cursor });
    expect(asking).toThrow(Refusal);
    expect(asking).toThrow('The cursor is none of this list.');
  });
});
