import { LIST_KINDS } from '../tables/list-kinds.js';
import type { Index } from './opened-lists.js';
import type { Point } from './point.js';

/** A point at which the reports of some sources are left out: those whose content in force names one of them. */
export function withoutSources(index: Index, negotiation: string, point: Point): Point {
  const { without } = point.at;
  if (without === undefined) return point;
  const leftOut = new Set<number>();
  for (const source of without) {
    const name = index.names.numberOf('source', negotiation, source);
    if (name !== undefined) for (const content of index.lists.numbers(LIST_KINDS.ofSource, name, point.r)) leftOut.add(content);
  }
  return { ...point, leftOut };
}
