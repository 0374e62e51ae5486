type Rule = (...given: unknown[]) => unknown;

/** What a function of a rule gives instead of what it says. */
export type Alter = (result: unknown, given: readonly unknown[]) => unknown;

/** More often no rule is asked in earnest: a loop has no end any more. */
const MOST_CALLS = 1_000_000;

let altered: { readonly name: string; readonly alter: Alter } | undefined;
let calls = 0;

/** The functions that were called, until this is cleared. */
export const called = new Set<string>();

/** The functions of all rules, by `FILE FUNCTION`. */
export const ruleNames: string[] = [];

/** Alters what a function of a rule gives; undefined: all are as they are. */
export function alterRule(name?: string, alter: Alter = (result) => result): void {
  altered = name === undefined ? undefined : { name, alter };
  calls = 0;
}

/** What a file of a rule exports, each function so that it can be altered. A class, which keeps a running state, stays as it is. */
export function alterable<T extends object>(file: string, exported: T): T {
  return Object.fromEntries(
    Object.entries(exported).map(([name, value]) => {
      const isRule = typeof value === 'function' && !String(value).startsWith('class');
      return [name, isRule ? alterableRule(`${file} ${name}`, value as Rule) : (value as unknown)];
    }),
  ) as T;
}

function alterableRule(name: string, rule: Rule): Rule {
  ruleNames.push(name);
  return (...given) => {
    called.add(name);
    const result = rule(...given);
    if (altered === undefined) return result;
    calls += 1;
    if (calls > MOST_CALLS) throw new Error(`${altered.name}, altered, lets others ask without end`);
    return altered.name === name ? altered.alter(result, given) : result;
  };
}
