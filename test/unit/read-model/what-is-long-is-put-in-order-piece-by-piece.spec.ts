import { MarkedContents } from '../../../src/read-model/reading/marked-contents.js';
import { QuestionTurns } from '../../../src/read-model/reading/question-turns.js';
import { sortedInRuns } from '../../../src/read-model/reading/sorted-runs.js';

/** Numbers in no order, some more than once; the same in each run. */
function numbers(count: number, below: number): number[] {
  return Array.from({ length: count }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 0) % below);
}

describe('marked contents', () => {
  it.each([0, 1, 31, 32, 33, 5_000])('%d of them, each once, in order', async (count) => {
    const given = [...numbers(count, 40_000), ...numbers(count, 40_000)];
    const marked = await MarkedContents.of(given, 30_000, new QuestionTurns());
    const expected = [...new Set(given)].filter((content) => content <= 30_000).toSorted((a, b) => a - b);
    expect([...marked]).toEqual(expected);
    expect(marked.count).toBe(expected.length);
    expect(given.filter((content) => marked.has(content) !== content <= 30_000)).toEqual([]);
    expect([30_001, 1_000_000].some((content) => marked.has(content))).toBe(false);
  });

  it('the first and the last bit of a word, and the last content of all', async () => {
    const given = [31, 32, 0, 63, 64, 100];
    const marked = await MarkedContents.of(given, 100, new QuestionTurns());
    expect([...marked]).toEqual([0, 31, 32, 63, 64, 100]);
  });
});

describe('what is sorted in runs', () => {
  it.each([0, 1, 2_000, 2_001, 9_876])('of %d things is what is sorted at once', async (count) => {
    const things = numbers(count, 500).map((key, place) => ({ key, place }));
    const order = (a: { key: number }, b: { key: number }): number => a.key - b.key;
    expect([...(await sortedInRuns(things, order, new QuestionTurns()))]).toEqual(things.toSorted(order));
  });
});
