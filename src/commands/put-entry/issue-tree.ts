import { limits } from '../../http/limits.js';
import { Refusal } from '../../vocabulary/refusal.js';
import type { Registry } from '../writing/registry.js';

/**
 * Issues form a tree, which is not deeper than anybody reads.
 * @param parent that the issue is to have
 * @throws Refusal `invalid-body` where the issue would be above itself, or too many above each other
 */
export function requireTree(id: string, parent: string | null, registry: Registry | undefined): void {
  if (parent === null || registry === undefined) return;
  const above = ancestorsOf(parent, registry);
  if (above.has(id)) throw refusal('An issue cannot be its own ancestor.', 'cycle', `"${id}" would be above itself`);
  if (above.size + heightOf(id, registry) <= limits.issueDepth) return;
  throw refusal(
    'The tree of issues would be too deep.',
    'too-deep',
    `more than ${String(limits.issueDepth)} issues would be above each other`,
  );
}

function ancestorsOf(parent: string, registry: Registry): Set<string> {
  const above = new Set<string>();
  for (let id: string | null = parent; id !== null && !above.has(id); id = registry.entry('issue', id)?.entry.parent ?? null) above.add(id);
  return above;
}

/** How many issues stand below each other from one on, itself included. */
function heightOf(id: string, registry: Registry): number {
  // One that is not there yet has nothing below it.
  if (registry.entry('issue', id) === undefined) return 1;
  const parents = new Map(registry.entries('issue').map(([issue, { parent }]) => [issue, parent]));
  let height = 0;
  let level = [id];
  while (level.length > 0 && height <= limits.issueDepth) {
    height += 1;
    const within = new Set<string | null>(level);
    level = [...parents].flatMap(([issue, parent]) => (within.has(parent) ? [issue] : []));
  }
  return height;
}

function refusal(message: string, code: string, detail: string): Refusal {
  return new Refusal('invalid-body', message, [{ pointer: '#/parent', code, detail }]);
}
