import { BadSetting } from '../../../src/bad-setting.js';
import { configOf } from '../../../src/config.js';
import { BOUNDS } from '../../../src/http/limits.js';

describe.each(Object.entries(BOUNDS))('%s', (name, { setting, least, most, byDefault }) => {
  const read = (text: string): number => configOf({ [setting]: text }).bounds[name as keyof typeof BOUNDS];

  it('is what its setting says, within bounds, and its default where nothing is said', () => {
    expect([read(String(least)), read(String(most)), read('')]).toEqual([least, most, byDefault]);
  });

  it.each([String(most + 1), String(least - 1), '1.5', 'many'])('is not %s', (text) => {
    expect(() => read(text)).toThrow(BadSetting);
    expect(() => read(text)).toThrow(`${setting} must be`);
  });
});
