import { dateText } from '../../../src/pages/words/dates.js';
import { LANGUAGES, languageOf } from '../../../src/pages/words/languages.js';

it.each([
  ['2026-01-06', '6 Jan 2026'],
  ['../2025-12-01', 'by 1 Dec 2025'],
  ['2025-12-01/..', 'from 1 Dec 2025'],
  ['2025-12-31/2026-01-02', '31 Dec 2025 – 2 Jan 2026'],
  ['2025-11-24/2025-11-30', '24 – 30 Nov 2025'],
  ['2025-11', 'Nov 2025'],
  ['2025', '2025'],
  ['2025-12-02~', 'about 2 Dec 2025'],
  ['../..', 'date not reported'],
  [null, 'date not reported'],
])('%s is said as "%s"', (edtf, said) => {
  expect(dateText(edtf, 'en', LANGUAGES.en).replaceAll(/[\u2009\u202f\u00a0]/g, ' ')).toBe(said);
});

it('German puts it in its own order', () => {
  expect(dateText('../2025-12-01', 'de', LANGUAGES.de)).toBe('bis 1. Dez. 2025');
});

it.each([
  [undefined, undefined, 'en'],
  [undefined, 'fr;q=0.9, de;q=0.1', 'de'],
  [undefined, 'en;q=0, de', 'de'],
  ['de', 'en', 'de'],
  [undefined, 'de;q=nonsense', 'de'],
])('who asks for %s and prefers %s reads %s', (asked, accepted, language) => {
  expect(languageOf(asked, accepted)).toBe(language);
});
