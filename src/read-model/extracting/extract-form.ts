import type { Mark } from '../tables/log-marks.js';
import type { NameKind } from '../tables/names.js';

/** What stands in front of an extract. */
export const OP = { report: 0, source: 1, other: 2 } as const;

/** Kinds of names as extracts give them: by their place in here. */
export const NAMED_KINDS = ['proposition', 'meeting', 'plan', 'actor', 'resolves'] as const satisfies NameKind[];
export type NamedKind = (typeof NAMED_KINDS)[number];

/** No term. */
export const NONE = -1;
/** A day that never comes. */
export const NEVER = 0x7fffffff;

/**
 * What one thread hands to another one: numbers, and text in bytes, that can be given away without a copy; terms, which are ids and other short
 * texts that come often, each told once and known by its number from then on, in this extract and in those that follow it.
 */
export interface Extracted {
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The terms that are new, in the order of their numbers, */
  readonly terms: readonly string[];
  /** and for each the number of the term that is its negotiation; `NONE` for one of no negotiation. */
  readonly negotiations: readonly number[];
  /** Terms are numbered from 0 again: what was told before is forgotten. */
  readonly isAnew: boolean;
  /** What is rare, as it is. */
  readonly others: readonly string[];
  readonly events: number;
  /** Whether each event comes with the root of the log behind it, and not with its hash. */
  readonly hasRoots: boolean;
  /** The first and the last event. */
  readonly marks: readonly Mark[];
}
