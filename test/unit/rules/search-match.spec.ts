import { isCalledBy, matchOfNames, matchOfReport, searchedWords } from '../../../src/rules/search-match.js';
import { plainWordsOf } from '../../../src/vocabulary/words.js';

const named = (question: string, ...names: string[]) => matchOfNames(searchedWords(question), names.map(plainWordsOf));

it('a question is its words in small letters, each once', () => {
  expect(searchedWords('  Kyjiw, KYJIW – Ängste! ')).toEqual([
    { written: 'kyjiw', plain: 'kyjiw' },
    { written: 'ängste', plain: 'angste' },
  ]);
});

it('something is found by any of its names, by the beginnings of words, whatever their marks', () => {
  expect(named('selenskyj', 'Volodymyr Zelenskyy', 'Wolodymyr Selenskyj')?.matched).toEqual(['name']);
  expect(named('turk', 'Türkiye')).toBeDefined();
  expect(named('Türk', 'Turkiye')).toBeDefined();
  expect(named('зелен волод', 'Володимир Зеленський')).toBeDefined();
  expect(named('lensky', 'Volodymyr Zelenskyy')).toBeUndefined();
  expect(named('selenskyj trump', 'Wolodymyr Selenskyj')).toBeUndefined();
});

it('a name that is the question is best, then one that begins with it', () => {
  const score = (question: string) => named(question, 'Security guarantees')?.score ?? 0;
  expect(score('security guarantees')).toBeGreaterThan(score('security guar'));
  expect(score('security guar')).toBeGreaterThan(score('guarantees'));
});

const report = { summary: 'Merz rules nothing out.', points: ['A truce at once'], names: () => false };
const found = (question: string, rest: Partial<typeof report> = {}) => matchOfReport(searchedWords(question), { ...report, ...rest });

it('a report is found where each word begins one of its summary, else of a point, else of what it names', () => {
  expect(found('MERZ noth')?.matched).toEqual(['summary']);
  expect(found('merz truce')?.matched).toEqual(['summary', 'points']);
  expect(found('merz germany')).toBeUndefined();
  const naming = matchOfReport(searchedWords('merz germany'), { ...report, names: ({ plain }) => plain === 'germany' });
  expect(naming?.matched).toEqual(['summary', 'named']);
  expect(naming?.score).toBeLessThan(found('merz')?.score ?? 0);
});

it('what it names is asked for word by word', () => {
  const [word] = searchedWords('Kreml');
  expect(word && isCalledBy(word, [['der', 'kreml']])).toBe(true);
  expect(word && isCalledBy(word, [['kremlin']])).toBe(true);
  expect(word && isCalledBy(word, [['krem']])).toBe(false);
});
