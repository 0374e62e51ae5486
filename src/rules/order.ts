import { compare } from '../vocabulary/compare.js';
import type { Visible } from './scene.js';

/** Where a report stands in the order, the rank left out. */
export type Placed = Pick<Visible, 'occurred' | 'published' | 'firstPosition'>;

/**
 * Order of reports, later is stronger: (rank, O.lo, O.hi, P.hi, position of the first recording).
 * Design 4, "Order". Only stances use the rank; elsewhere it is 1.
 * @returns below 0 if `a` is the weaker; 0 only for one and the same report
 */
export function byStrength(a: Placed & { readonly rank?: number }, b: Placed & { readonly rank?: number }): number {
  return compare(a.rank ?? 1, b.rank ?? 1) || byDates(a, b);
}

/** The order within one rank. */
export function byDates(a: Placed, b: Placed): number {
  return byWindows(a, b) || compare(a.firstPosition, b.firstPosition);
}

/** The same as far as the dates tell it: 0 where the position of the first recording decides. */
export function byWindows(a: Omit<Placed, 'firstPosition'>, b: Omit<Placed, 'firstPosition'>): number {
  return decidedByWindows(
    compare(a.occurred.lo, b.occurred.lo),
    compare(a.occurred.hi, b.occurred.hi),
    compare(a.published.hi, b.published.hi),
  );
}

/**
 * The order of the dates, by how two reports compare in each: the first that differ decide. Lists of an index are kept by the same.
 * @returns below 0 if the first report is the weaker
 */
export function decidedByWindows(oLo: number, oHi: number, pHi: number): number {
  return oLo || oHi || pHi;
}

/** The order in which the latest report of a meeting, or of an issue, is found: (O.hi, P.hi, position). Design 4, "Meeting status". */
export function byEnd(a: Placed, b: Placed): number {
  return compare(a.occurred.hi, b.occurred.hi) || compare(a.published.hi, b.published.hi) || compare(a.firstPosition, b.firstPosition);
}

/** A copy in descending order: the strongest, or latest, first. */
export function descending<T>(items: readonly T[], order: (a: T, b: T) => number): T[] {
  return items.toSorted((a, b) => order(b, a));
}

/** The greatest by an order; undefined of none. */
export function greatest<T>(items: readonly T[], order: (a: T, b: T) => number): T | undefined {
  return items.reduce<T | undefined>((best, item) => (best === undefined || order(best, item) < 0 ? item : best), undefined);
}

/** The different values of a list, each where it comes first. */
export function withoutRepeats<T>(items: readonly T[]): T[] {
  return items.length < 2 ? [...items] : [...new Set(items)];
}
