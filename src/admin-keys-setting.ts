import { BadSetting } from './bad-setting.js';

/** A key that may write, by the name that its posts carry. */
export interface AdminKeySetting {
  readonly name: string;
  readonly key: string;
}

/** A shorter one is guessed by trying, though requests with a wrong key are limited. The one that is made has 32. */
const FEWEST_CHARACTERS = 8;
const NAME_OF_BARE_KEY = 'admin';
const NAME = /^[\w.-]{1,80}$/;
/** What a header can carry. */
const KEY = /^[!-~]+$/;

/**
 * The keys in the setting ADMIN_API_KEY: `NAME=KEY[,NAME=KEY…]`, or one bare KEY without `=`. What holds a `=` is always read as a
 * name and a key: else `desk=`, whose key was left out, would be a key that everybody guesses.
 * @returns undefined where the setting is empty @throws BadSetting which repeats no key
 */
export function adminKeysIn(text: string): AdminKeySetting[] | undefined {
  if (text === '') return undefined;
  if (!/[=,]/.test(text)) return [{ name: NAME_OF_BARE_KEY, key: checked(text, 'the key') }];
  return text.split(',').map((part, i) => {
    const [name = '', ...rest] = part.trim().split('=');
    const which = `part ${String(i + 1)}`;
    if (rest.length === 0 || !NAME.test(name)) throw bad(`must be one key without "=", or NAME=KEY[,NAME=KEY…]; look at ${which}`);
    return { name, key: checked(rest.join('='), `the key in ${which}`) };
  });
}

function checked(key: string, whose: string): string {
  if (key === '') throw bad(`leaves ${whose} empty`);
  if (!KEY.test(key)) throw bad(`holds a character in ${whose} that no header can carry`);
  if (key.length >= FEWEST_CHARACTERS) return key;
  throw bad(`has ${String(key.length)} characters in ${whose}; at least ${String(FEWEST_CHARACTERS)} are needed`);
}

function bad(what: string): BadSetting {
  return new BadSetting(`ADMIN_API_KEY ${what}`);
}
