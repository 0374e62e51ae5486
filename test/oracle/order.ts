import { compare } from '../../src/vocabulary/compare.js';
import type { VisibleReport } from './visible-reports.js';

/** The order of reports of one rank, the weaker first: (O.lo, O.hi, P.hi, first position). Design 4, "Order". */
export function byStrength(a: VisibleReport, b: VisibleReport): number {
  return compare(a.occurred.lo, b.occurred.lo) || byTime(a, b);
}

/** The earlier first: (O.hi, P.hi, first position). */
export function byTime(a: VisibleReport, b: VisibleReport): number {
  return compare(a.occurred.hi, b.occurred.hi) || compare(a.published.hi, b.published.hi) || compare(a.firstPosition, b.firstPosition);
}

export function strongestFirst(reports: readonly VisibleReport[]): VisibleReport[] {
  return reports.toSorted((a, b) => byStrength(b, a));
}

export function latestFirst(reports: readonly VisibleReport[]): VisibleReport[] {
  return reports.toSorted((a, b) => byTime(b, a));
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(a.id, b.id);
}

/** Each value once, where it stands first. */
export function withoutRepeats<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
