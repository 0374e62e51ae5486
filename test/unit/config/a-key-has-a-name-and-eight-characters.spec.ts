import { adminKeysIn } from '../../../src/admin-keys-setting.js';
import { BadSetting } from '../../../src/bad-setting.js';

const KEY = 'sixteen-letters!';

describe('the setting of the admin keys', () => {
  it.each([
    [KEY, [{ name: 'admin', key: KEY }]],
    [`desk=${KEY}`, [{ name: 'desk', key: KEY }]],
    [
      `desk=${KEY}, ministry.1=${KEY}=x==`,
      [
        { name: 'desk', key: KEY },
        { name: 'ministry.1', key: `${KEY}=x==` },
      ],
    ],
    ['', undefined],
  ])('%s gives the keys', (text, keys) => {
    expect(adminKeysIn(text)).toEqual(keys);
  });

  it.each([
    ['a name whose key is left out', 'desk=', /empty/],
    ['a long name whose key is left out', 'the-correspondents-desk=', /empty/],
    ['a second key that is left out', `desk=${KEY},ministry=`, /empty/],
    ['a key of one character', 'a', /1 characters/],
    ['a key of one character with a name', 'p=s', /1 characters/],
    ['a short key that holds the sign', 'p=ss', /2 characters/],
    ['a key of seven characters', KEY.slice(9), /7 characters.*8/],
    ['a bare key in the padding of base64', 'c2l4dGVlbi1sZXR0ZXJz==', /1 characters/],
    ['a bare key among named ones', `desk=${KEY},${KEY}`, /part 2/],
    ['an empty part', `desk=${KEY},`, /part 2/],
    ['a key without a name', `=${KEY}`, /part 1/],
    ['two words', 'sixteen letters and more', /header/],
    ['letters that no header carries', 'schlüssel-der-redaktion', /header/],
  ])('%s stops the start, and is not repeated', (_what, text, why) => {
    const said = (() => {
      try {
        return JSON.stringify(adminKeysIn(text));
      } catch (error) {
        if (!(error instanceof BadSetting)) throw error;
        return error.message;
      }
    })();
    expect(said).toMatch(why);
    expect(said).toMatch(/^ADMIN_API_KEY /);
    for (const part of text.split(/[=,]/).filter((one) => one.length > 6)) expect(said).not.toContain(part);
  });
});
