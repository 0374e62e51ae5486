import { isExpired } from '../../rules/candidates.js';
import type { Target } from '../../rules/statements.js';
import { compare } from '../../vocabulary/compare.js';
import { fromColumn } from '../tables/columns.js';
import { ENDING, LIST_KINDS } from '../tables/list-kinds.js';
import type { Index } from './opened-lists.js';
import type { Point } from './point.js';

/** A party that said something on a target which is over, and the list of what it said there. */
export interface EndedPair {
  readonly party: string;
  readonly target: Target;
  readonly list: number;
}

/**
 * The pairs of a negotiation of which a statement that may be visible is over: whatever else is asked for, no other stance can be expired.
 * @returns by target (see `targetKey`), then in the order of parties
 */
export function endedPairs(index: Index, negotiation: string, point: Point): ReadonlyMap<string, readonly EndedPair[]> {
  const { names } = index;
  const name = names.numberOf('negotiation', '', negotiation);
  const found = new Map<string, EndedPair[]>();
  if (name === undefined) return found;
  for (const [list, { target, party }] of pairsIn(index.lists.numbers(LIST_KINDS.endings, name, point.r), point)) {
    const on: Target = { kind: names.kindOf(target) as Target['kind'], id: names.idOf(target) };
    const pairs = found.get(targetKey(on)) ?? [];
    pairs.push({ party: names.idOf(party), target: on, list });
    found.set(targetKey(on), pairs);
  }
  for (const pairs of found.values()) pairs.sort((a, b) => compare(a.party, b.party));
  return found;
}

/** What tells a target from all others of its negotiation. */
export function targetKey({ kind, id }: Target): string {
  return `${kind} ${id}`;
}

/** The names of pairs by their lists, each once. */
function pairsIn(rows: Int32Array, { d, k, r, at: { asOf } }: Point): Map<number, { readonly target: number; readonly party: number }> {
  const found = new Map<number, { target: number; party: number }>();
  for (let at = 0; at < rows.length; at += ENDING.width) {
    const of = (column: number): number => rows[at + column] as number;
    if (of(ENDING.rFrom) > r) continue;
    if (of(ENDING.pLo) > k || of(ENDING.oLo) > d) continue;
    if (!isExpired({ until: fromColumn(of(ENDING.until)) }, asOf)) continue;
    found.set(of(ENDING.pair), { target: of(ENDING.target), party: of(ENDING.party) });
  }
  return found;
}
