import fc from 'fast-check';
import { urlOf } from '../../../src/http/answer.js';

describe('a URL', () => {
  it.each([
    ['is the path alone without a parameter', {}, '/v1/x'],
    ['leaves out what was not asked', { asOf: undefined, q: 'a' }, '/v1/x?q=a'],
    ['keeps the order of its parameters', { b: '1', a: '2' }, '/v1/x?b=1&a=2'],
    [
      'shows a position, an instant and a date as they are',
      { recordedBy: '@7', from: '2026-01-05T00:00:00Z' },
      '/v1/x?recordedBy=@7&from=2026-01-05T00:00:00Z',
    ],
    ['escapes what would end a parameter', { q: 'a&b=c#d é' }, '/v1/x?q=a%26b%3Dc%23d+%C3%A9'],
  ])('%s', (_, query, expected) => {
    expect(urlOf('/v1/x', query)).toBe(expected);
    const back = Object.fromEntries(new URL(urlOf('/v1/x', query), 'http://localhost').searchParams);
    expect(back).toEqual(JSON.parse(JSON.stringify(query)));
  });

  it('encodes what has to be encoded as forms do, and nothing else', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.webPath());
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text)), { noNullPrototype: true }), (query) => {
        const given = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
        const asForms = new URLSearchParams(given).toString().replaceAll('%40', '@').replaceAll('%3A', ':').replaceAll('%2F', '/');
        expect(urlOf('/v1/x', query)).toBe(asForms === '' ? '/v1/x' : `/v1/x?${asForms}`);
      }),
    );
  });
});
