import fc from 'fast-check';
import { jsonElements, looksLikeArray } from '../../../src/http/json-elements.js';

const members = (text: string): unknown[] =>
  [...jsonElements(Buffer.from(text))].map((bytes) => (bytes === null ? null : (JSON.parse(Buffer.from(bytes).toString()) as unknown)));

it('whatever they hold', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ depthSize: 'small' })), fc.constantFrom(0, 1, 2), (values, indent) => {
      const text = JSON.stringify(values, null, indent);
      expect(members(` \n${text}\t`)).toEqual(JSON.parse(text));
    }),
  );
});

it.each(['[', '[1', '[1,', '[1,2', '[1]]', '[1] x', '[] []', '["', '["\\"]', '[{"a":[}'])('%s is not an array', (text) => {
  expect(looksLikeArray(Buffer.from(text))).toBe(true);
  expect(() => members(text)).toThrow(expect.objectContaining({ code: 'malformed-json' }) as Error);
});

it.each(['[,]', '[1,]', '[1 2]'])('what stands between the commas of %s is for its parser to refuse', (text) => {
  expect(() => members(text)).toThrow(SyntaxError);
});

it.each(['{}', '', '"[]"', ' 1'])('%s does not look like one', (text) => {
  expect(looksLikeArray(Buffer.from(text))).toBe(false);
});

it('a mark of the byte order is passed over', () => {
  expect(members('\uFEFF[1]')).toEqual([1]);
});

it('a member of more than a megabyte is not given', () => {
  expect(members(`["${'x'.repeat(1_000_000)}",1]`)).toEqual([null, 1]);
});
