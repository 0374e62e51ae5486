import type { Modality } from '../../src/vocabulary/modality.js';

/**
 * The one small world in which all histories happen, so that reports collide. Its ids are chosen against accidents: `peace` is
 * a plan and a proposition, and the order of code units is neither that of a locale nor that of the numbers in them.
 */
export const NEGOTIATION = 'n';
export const PARTIES = ['alba', 'borea', 'cora', 'dorne'] as const;
export const PERSONS = ['ann', 'bob', 'cid', 'dot', 'eve'] as const;
export const ISSUES = ['territory', 'security', 'territory-east'] as const;
export const PROPOSITIONS = ['peace', 'border-line', 'border.zone', 'border9'] as const;
export const PLANS = ['peace', 'accord', 'accord-2'] as const;
export const MEETINGS = ['summit', 'round-2'] as const;
export const SOURCES = ['gazette', 'herald', 'courier', 'wire'] as const;

/** The first of them are enough for most moves and contradictions. */
export const MODALITIES = [
  ...(['supports', 'rejects', 'demands', 'open-to', 'red-line'] as const),
  ...(['accepts', 'objects', 'undecided', 'proposes', 'conditionally-accepts'] as const),
] satisfies Modality[];

/** The id at an index; every index is good, so that shrinking an index never breaks a history. */
export function at<T>(ids: readonly T[], index: number): T {
  const id = ids[index % ids.length];
  if (id === undefined) throw new Error('there is nothing to choose from');
  return id;
}
