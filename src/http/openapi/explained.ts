import { z } from 'zod';

/**
 * An enum of which the documentation says what each value means.
 * @param meanings by value; `satisfies` of the caller holds them to the type
 */
export function explained<V extends string>(id: string, about: string, meanings: Readonly<Record<V, string>>) {
  const values = Object.keys(meanings) as [V, ...V[]];
  const list = values.map((value) => `- \`${value}\`: ${meanings[value]}`).join('\n');
  return z.enum(values).meta({ id, description: `${about}\n\n${list}` });
}
