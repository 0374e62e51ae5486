import type { Named } from '../asking/named.js';
import type { Stance } from '../asking/stance-shapes.js';
import { weightOf } from '../../vocabulary/modality.js';

/** A target with what a party and the one beside it hold on it. */
export interface Pair extends Named {
  readonly key: string;
  readonly text: string;
  /** Undefined for a plan. */
  readonly issue: string | undefined;
  readonly own: Stance | undefined;
  readonly beside: Stance | undefined;
}

/** The targets on which one of two parties has a stance, in the order of the answer, those of the first party first. */
export function pairsOf(own: readonly Stance[], beside: readonly Stance[]): Pair[] {
  const first = new Map(own.map((stance) => [keyOf(stance), stance]));
  const second = new Map(beside.map((stance) => [keyOf(stance), stance]));
  return [...new Map([...first, ...second]).entries()].map(([key, { target }]) => ({
    key,
    text: 'text' in target ? target.text : target.title,
    names: target.names,
    issue: 'issue' in target ? target.issue : undefined,
    own: first.get(key),
    beside: second.get(key),
  }));
}

/** Whether two parties hold opposite ways (one for, one against), the same way, or neither can be said. */
export function relationOf({ own, beside }: Pair): 'same' | 'differ' | undefined {
  if (own === undefined || beside === undefined) return undefined;
  const product = Math.sign(weightOf(own.modality)) * Math.sign(weightOf(beside.modality));
  if (product === 0) return undefined;
  return product > 0 ? 'same' : 'differ';
}

function keyOf({ target }: Stance): string {
  return 'plan' in target ? `plan:${target.plan}` : `proposition:${target.proposition}`;
}
