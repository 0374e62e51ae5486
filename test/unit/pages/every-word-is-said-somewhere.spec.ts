import { globSync, readFileSync } from 'node:fs';
import { en } from '../../../src/pages/words/en.js';
import { LANGUAGES } from '../../../src/pages/words/languages.js';
import { SECTIONS } from '../../../src/pages/parts/sections.js';

const templates = globSync('src/pages/**/*.{ts,tsx}')
  .filter((path) => !/words\/(en|de|uk|ru)\.ts$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** Words that templates name by a variable. */
const BY_VARIABLE: readonly string[] = [...SECTIONS.map(({ name }) => name), 'issue', 'source', 'language'];

it('every word', () => {
  const isSaid = (word: string): boolean => BY_VARIABLE.includes(word) || new RegExp(`words\\.${word}\\b`).test(templates);
  expect(Object.keys(en).filter((word) => !isSaid(word))).toEqual([]);
});

type Tree = Readonly<Record<string, unknown>>;

/** Texts of a dictionary by their path; those that are made of numbers or names are asked with some. */
function textsOf(words: Tree, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, word]): [string, string][] => {
    if (typeof word === 'string') return [[path + key, word]];
    if (typeof word === 'object') return textsOf(word as Tree, `${path}${key}.`);
    return [];
  });
}

const english = new Map(textsOf(en));

it.each(['de', 'uk', 'ru'] as const)('no English is left in %s', (language) => {
  const same = textsOf(LANGUAGES[language]).filter(([path, text]) => english.get(path) === text);
  const international = ['api', 'planStatus', 'barKind.plan', 'changeCount.plan', 'entryKinds.plan', 'entryKinds.person'];
  expect(same.filter(([path]) => !international.some((word) => path.startsWith(word)))).toEqual([]);
});

it.each([
  ['en', [1, 2, 5, 21], ['1 day', '2 days', '5 days', '21 days']],
  ['de', [1, 2, 5, 21], ['1 Tag', '2 Tage', '5 Tage', '21 Tage']],
  ['uk', [1, 2, 5, 21], ['1 день', '2 дні', '5 днів', '21 день']],
  ['ru', [1, 2, 5, 21], ['1 день', '2 дня', '5 дней', '21 день']],
] as const)('%s has its forms of plural', (language, numbers, said) => {
  expect(numbers.map((number) => LANGUAGES[language].days(number))).toEqual(said);
});
