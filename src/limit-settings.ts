import { BOUNDS, type Limits } from './http/limits.js';
import { numberIn } from './setting-values.js';

/** The defaults of the settings that bound a request, by their names. */
export const LIMIT_SETTINGS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(BOUNDS).map(({ setting, byDefault }) => [setting, String(byDefault)]),
);

/** @param value the text of a setting @throws BadSetting */
export function limitsIn(value: (setting: string) => string): Limits {
  const read = Object.entries(BOUNDS).map(([name, { setting, least, most }]) => [name, numberIn(setting, value(setting), least, most)]);
  return Object.fromEntries(read) as Limits;
}
