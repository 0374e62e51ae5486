import { compare } from '../vocabulary/compare.js';
import { withoutRepeats } from './order.js';

/** What hits are counted by. */
export interface Sorted {
  readonly type: string;
  readonly parties: readonly string[];
  readonly issues: readonly string[];
  readonly sources: readonly string[];
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export type Facets = Readonly<Record<'type' | 'party' | 'issue' | 'source', readonly FacetValue[]>>;

/** So many values of a facet are told, the most frequent ones. */
const MOST_VALUES = 50;

/** How many of some hits have each type, party, issue and source: the most frequent first, then by value. */
export function facetsOf(hits: readonly Sorted[]): Facets {
  return {
    type: counted(hits.map(({ type }) => [type])),
    party: counted(hits.map(({ parties }) => parties)),
    issue: counted(hits.map(({ issues }) => issues)),
    source: counted(hits.map(({ sources }) => sources)),
  };
}

function counted(values: readonly (readonly string[])[]): FacetValue[] {
  const counts = Map.groupBy(values.flatMap(withoutRepeats), (value) => value);
  return [...counts]
    .map(([value, all]) => ({ value, count: all.length }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
    .slice(0, MOST_VALUES);
}
