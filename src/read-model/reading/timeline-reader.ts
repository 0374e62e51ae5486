import type { VisibleReport } from '../../rules/scene.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { latestFirst } from './latest-first.js';
import type { SceneReader } from './scene-reader.js';

/** The strongest visible report of a negotiation: design 4, "Order". */
export function latestReport(reader: SceneReader): VisibleReport | undefined {
  for (const seen of latestFirst(reader)) if (seen !== undefined) return reader.visible(seen);
  return undefined;
}

/** How many reports of a negotiation are visible. */
export function reportCount({ index, point, negotiation }: SceneReader): number {
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return 0;
  return index.counted.count(index.lists.numbers(LIST_KINDS.eventsOf, owner, point.r), point);
}
