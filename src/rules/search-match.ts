import { plainWordsOf, wordsOf } from '../vocabulary/words.js';

/** Where a hit has a word of the question: in one of its names, in the summary, in a point of a plan, or in what it names. */
export const PLACES = ['name', 'summary', 'points', 'named'] as const;
export type Place = (typeof PLACES)[number];

/** A question as its words in small letters, and the same without marks. */
export interface SearchedWord {
  readonly written: string;
  readonly plain: string;
}

/** Where it matched, and how well: the higher the better. */
export interface Match {
  readonly matched: readonly Place[];
  readonly score: number;
}

const WHOLE_NAME = 5;
const NAME_BEGINS = 4;
const IN_NAME = 3;
const IN_TEXT = 2;
const IN_WHAT_IS_NAMED = 1;

/** The words that are looked for, each once. */
export function searchedWords(question: string): SearchedWord[] {
  return [...new Set(wordsOf(question))].map((written) => ({ written, plain: plainWordsOf(written)[0] ?? written }));
}

/**
 * Whether something is called so: every word of the question begins a word of its names, whatever their marks. Best is a name that
 * is the question, then one that begins with it.
 * @param names the words of each name
 */
export function matchOfNames(words: readonly SearchedWord[], names: readonly (readonly string[])[]): Match | undefined {
  if (!words.every((word) => isCalledBy(word, names))) return undefined;
  const asked = words.map(({ plain }) => plain).join(' ');
  const asTexts = names.map((name) => name.join(' '));
  const score = asTexts.includes(asked) ? WHOLE_NAME : asTexts.some((name) => name.startsWith(asked)) ? NAME_BEGINS : IN_NAME;
  return { matched: ['name'], score };
}

/** Whether one word of the question begins a word of what something is called. @param names the words of each name */
export function isCalledBy({ plain }: SearchedWord, names: readonly (readonly string[])[]): boolean {
  return names.some((name) => name.some((word) => word.startsWith(plain)));
}

/** What a report says, and which of the words its names answer to. */
export interface SearchedReport {
  readonly summary: string;
  readonly points: readonly string[];
  /** Whether it names something that is called by a word. */
  readonly names: (word: SearchedWord) => boolean;
}

/** Whether a report has every word of the question: in its summary, else in a point of a plan, as written in small letters, else in what it names. */
export function matchOfReport(words: readonly SearchedWord[], { summary, points, names }: SearchedReport): Match | undefined {
  const inSummary = wordsOf(summary);
  const inPoints = points.flatMap(wordsOf);
  const matched = new Set<Place>();
  for (const word of words) {
    const begins = (other: string): boolean => other.startsWith(word.written);
    if (inSummary.some(begins)) matched.add('summary');
    else if (inPoints.some(begins)) matched.add('points');
    else if (names(word)) matched.add('named');
    else return undefined;
  }
  return { matched: PLACES.filter((place) => matched.has(place)), score: matched.has('named') ? IN_WHAT_IS_NAMED : IN_TEXT };
}
