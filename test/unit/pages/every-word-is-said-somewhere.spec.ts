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

/** Words that are made of a text or several alone. */
const OF_TEXTS = ['list', 'stale'];

/** Words that are said of a number alone, by their path: all that stands behind it is the noun. */
function countedOf(words: Tree, path = ''): [string, (count: number) => string][] {
  return Object.entries(words).flatMap(([key, word]): [string, (count: number) => string][] => {
    if (typeof word === 'object') return countedOf(word as Tree, `${path}${key}.`);
    if (typeof word !== 'function' || word.length !== 1 || OF_TEXTS.includes(key)) return [];
    return [[path + key, word as (count: number) => string]];
  });
}

/** Those that have several forms in one of the languages. */
const COUNTED = new Set(
  Object.values(LANGUAGES).flatMap((words) =>
    countedOf(words).flatMap(([path, say]) => (say(1).replace('1', '#') === say(5).replace('5', '#') ? [] : [path])),
  ),
);

/** Nouns that have one form for all numbers in a language, or of which the number is only told. */
const OF_ONE_FORM: Readonly<Record<string, readonly string[]>> = {
  en: ['changeCount.stale'],
  de: ['changeCount.meeting', 'changeCount.stale', 'hitCount'],
};

it.each(['en', 'de', 'uk', 'ru'] as const)('each counted noun of %s is said with 1, 2, 5 and 21 as its language asks', (language) => {
  const rules = new Intl.PluralRules(language);
  const counted = countedOf(LANGUAGES[language]).filter(([path]) => COUNTED.has(path));
  expect(counted.length).toBe(COUNTED.size);
  for (const [path, say] of counted) {
    const noun = (count: number): string => say(count).replace(String(count), '#');
    const forms = Map.groupBy([1, 2, 5, 11, 21, 22, 25], (count) => rules.select(count));
    for (const group of forms.values()) expect([path, new Set(group.map(noun)).size]).toEqual([path, 1]);
    const distinct = new Set([1, 2, 5].map(noun)).size;
    expect([path, distinct > 1 || OF_ONE_FORM[language]?.includes(path)]).toEqual([path, true]);
  }
});
