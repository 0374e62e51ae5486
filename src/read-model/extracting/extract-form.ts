import type { Mark } from '../tables/log-marks.js';
import type { NameKind } from '../tables/names.js';

/** What stands in front of an extract. */
export const OP = { report: 0, source: 1, other: 2 } as const;

/** Kinds of names as extracts give them: by their place in here. */
export const NAMED_KINDS = ['proposition', 'meeting', 'plan', 'actor', 'resolves'] as const satisfies NameKind[];
export type NamedKind = (typeof NAMED_KINDS)[number];

/** No text. */
export const NONE = -1;
/** A day that never comes. */
export const NEVER = 0x7fffffff;

/** What one thread hands to another one: texts, each once, and numbers that can be given away without a copy. */
export interface Extracted {
  readonly texts: readonly string[];
  readonly numbers: Int32Array;
  readonly events: number;
  /** Whether each event comes with the root of the log behind it, and not with its hash. */
  readonly hasRoots: boolean;
  /** The first and the last event. */
  readonly marks: readonly Mark[];
}
