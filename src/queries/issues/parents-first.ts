import { compare } from '../../vocabulary/compare.js';

interface Node {
  readonly id: string;
  readonly parent: string | null;
}

/** A tree flattened: each node before its children, siblings by id. A node whose parent is missing stands at the top. */
export function parentsFirst<T extends Node>(nodes: readonly T[]): T[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const childrenOf = Map.groupBy(
    nodes.toSorted((a, b) => compare(a.id, b.id)),
    ({ parent }) => (parent !== null && ids.has(parent) ? parent : null),
  );
  const below = (parent: string | null): T[] => (childrenOf.get(parent) ?? []).flatMap((node) => [node, ...below(node.id)]);
  return below(null);
}
