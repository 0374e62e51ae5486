import { z } from 'zod';

/** So many values of one parameter are taken. */
const MOST_VALUES = 50;

/** A parameter that may be given several times: whatever fits one of its values is meant. */
export function several<T extends z.ZodType<string>>(value: T) {
  return z.union([value, z.array(value).min(1).max(MOST_VALUES)]);
}

/** The values of such a parameter, each once; undefined where it is not given. */
export function valuesOf<T extends string>(given: T | readonly T[] | undefined): readonly T[] | undefined {
  if (given === undefined) return undefined;
  return typeof given === 'string' ? [given] : [...new Set(given)];
}

/** Whether a value is one of those that are asked for. @param asked undefined: any is */
export function fits<T extends string>(value: T | null | undefined, asked: readonly T[] | undefined): boolean {
  return asked === undefined || (value != null && asked.includes(value));
}
