import type { LogRoots } from '../ports/log-roots.js';
import type { Position } from '../vocabulary/position.js';
import type { AskedAs } from './answer.js';

interface Quoting {
  readonly query: AskedAs;
  /** The root of the log up to the position that it is of, where it is known already. */
  readonly root?: string | undefined;
}

/** The position that an answer is of; undefined where it is of none. */
export function quotedPosition(query: AskedAs): Position | undefined {
  const point = quotedPoint(query);
  return point === undefined ? undefined : BigInt(point.slice(1));
}

/** What an answer quotes of the log: the position that it is of, and the root up to there; undefined where it is of none, or none is known. */
export async function logRootOf({ query, root: known }: Quoting, roots: LogRoots): Promise<string | undefined> {
  const point = quotedPoint(query);
  if (point === undefined) return undefined;
  const root = known ?? (await roots.at(BigInt(point.slice(1))));
  return root && `${point} sha256:${root}`;
}

function quotedPoint({ recordedBy, to }: AskedAs): string | undefined {
  return [recordedBy, to].find((one): one is string => typeof one === 'string' && one.startsWith('@'));
}
