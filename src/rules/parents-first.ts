import { compare } from '../vocabulary/compare.js';

interface Node {
  readonly id: string;
  readonly parent: string | null;
}

/**
 * A tree flattened: each node before its children, siblings by id. A node whose parent is missing stands at the top. However deep
 * the tree is, it takes no recursion.
 */
export function parentsFirst<T extends Node>(nodes: readonly T[]): T[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const childrenOf = Map.groupBy(
    nodes.toSorted((a, b) => compare(b.id, a.id)),
    ({ parent }) => (parent !== null && ids.has(parent) ? parent : null),
  );
  const ordered: T[] = [];
  // The next one lies on top.
  const pile = [...(childrenOf.get(null) ?? [])];
  for (let node = pile.pop(); node !== undefined; node = pile.pop()) {
    ordered.push(node);
    for (const child of childrenOf.get(node.id) ?? []) pile.push(child);
  }
  return ordered;
}
