import { BadSetting } from './bad-setting.js';

/** A whole number within bounds, both included. @throws BadSetting */
export function numberIn(name: string, text: string, least: number, most: number, what = 'a number'): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new BadSetting(`${name} must be ${what} from ${String(least)} to ${String(most)}, not "${text}"`);
}

/** @throws BadSetting */
export function flag(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new BadSetting(`${name} must be true or false, not "${text}"`);
}

/** One of some words. @throws BadSetting */
export function wordOf<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new BadSetting(`${name} must be one of ${words.join(', ')}, not "${text}"`);
  return word;
}
