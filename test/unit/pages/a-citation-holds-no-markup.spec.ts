import { apa, bibtex } from '../../../src/pages/parts/citation.js';

const citation = {
  title: 'Rock & roll_{100}% \\input',
  day: '2026-01-07',
  note: 'as recorded up to @1',
  url: 'https://t.example/n/x?a=1&b=2',
};

it('what BibTeX reads as a command is taken out or escaped', () => {
  expect(bibtex(citation)).toBe(
    [
      '@misc{tracker-2026-01-07-rock-roll-100,',
      '  title = {{Rock \\& roll\\_100\\% input}},',
      '  year = {2026},',
      '  date = {2026-01-07},',
      '  note = {as recorded up to @1},',
      '  url = {https://t.example/n/x?a=1&b=2},',
      '}',
    ].join('\n'),
  );
});

it('a title without a Latin letter has a key too', () => {
  expect(bibtex({ ...citation, title: 'Україна' })).toContain('@misc{tracker-2026-01-07-state,');
});

it('APA names the address last', () => {
  expect(apa({ ...citation, title: 'Territory' })).toBe(
    'Negotiation tracker. (2026-01-07). Territory [as recorded up to @1]. https://t.example/n/x?a=1&b=2',
  );
});
