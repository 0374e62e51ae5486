import fc from 'fast-check';
import { SummaryWords, WordsOfSpan } from '../../../src/read-model/tables/summary-words.js';
import { fragmentsOf } from '../../../src/read-model/tables/text-fragments.js';

const summary = fc
  .array(fc.constantFrom('kyiv', 'kyivans', 'z', '28-point', 'gespräche', 'переговоры', '“peace”', 'a.b', '', '日本'), { maxLength: 6 })
  .map((words) => words.join(' '));
/** Of some groups: the summaries, one a line. */
const groups = fc.array(fc.array(summary, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 8 });

const fragments = (text: string): Buffer[] => fragmentsOf(Buffer.from(text));

function indexOf(texts: readonly (readonly string[])[]): WordsOfSpan {
  const words = new SummaryWords();
  let first = 0;
  for (const group of texts) {
    words.add(Buffer.from(group.map((text) => `${text}\n`).join('')), first);
    first += group.length;
  }
  const packed = words.pack();
  return new WordsOfSpan(packed.words, () => packed.places);
}

function placesOf(index: WordsOfSpan, fragment: Buffer): number[] {
  const places = new Set<number>();
  index.find(fragment, (place) => places.add(place));
  return [...places].sort((a, b) => a - b);
}

it('a fragment is found in the summaries that hold it within one of theirs, and in no others', () => {
  fc.assert(
    fc.property(groups, fc.constantFrom('kyiv', 'yi', 'z', '28', 'point', 'spräch', 'говор', 'peace', 'b', 'none', '本'), (texts, text) => {
      const [fragment] = fragments(text);
      if (fragment === undefined) throw new Error(`${text} is no fragment`);
      const holding = texts.flat().flatMap((each, place) => (fragments(each).some((one) => one.includes(fragment)) ? [place] : []));
      expect(placesOf(indexOf(texts), fragment)).toEqual(holding);
    }),
  );
});

it('whatever part of a summary is looked for, each of its fragments finds that summary', () => {
  fc.assert(
    fc.property(groups, fc.nat(), fc.nat(20), fc.nat(20), (texts, drawn, start, length) => {
      const all = texts.flat();
      const place = drawn % all.length;
      const part = (all[place] ?? '').slice(start, start + length);
      const index = indexOf(texts);
      for (const fragment of fragments(part)) expect(placesOf(index, fragment)).toContain(place);
    }),
  );
});

it('of thousands of contents and of words that all differ each is found where it is', () => {
  const texts = Array.from({ length: 32 }, (_, group) =>
    Array.from({ length: 256 }, (_, line) => `common${line % 2 === 0 ? ' even' : ''} w${String(group * 256 + line)}w`),
  );
  const index = indexOf(texts);
  const find = (text: string): number[] => fragments(text).flatMap((fragment) => placesOf(index, fragment));
  expect(find('common')).toHaveLength(8_192);
  expect(find('even')).toEqual(Array.from({ length: 4_096 }, (_, i) => 2 * i));
  for (const place of [0, 1, 255, 256, 4_711, 8_191]) expect(find(`w${String(place)}w`)).toEqual([place]);
});
