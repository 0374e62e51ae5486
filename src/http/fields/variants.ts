import type { z } from 'zod';

/** The variants of a union, each under its name, as zod takes them: in the order in which they are written. */
export function variants<V extends z.core.$ZodTypeDiscriminable>(byName: Readonly<Record<string, V>>): [V, ...V[]] {
  return Object.values(byName) as [V, ...V[]];
}
