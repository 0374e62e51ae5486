import type { LogRoots } from '../ports/log-roots.js';
import type { AskedAs } from './answer.js';

/** What an answer quotes of the log: the position that it is of, and the root up to there; undefined where it is of none, or none is known. */
export async function logRootOf({ query: { recordedBy, to } }: { readonly query: AskedAs }, roots: LogRoots): Promise<string | undefined> {
  const point = [recordedBy, to].find((one): one is string => typeof one === 'string' && one.startsWith('@'));
  const root = point === undefined ? undefined : await roots.at(BigInt(point.slice(1)));
  return root && point && `${point} sha256:${root}`;
}
