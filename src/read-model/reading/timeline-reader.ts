import { byStrength, greatest } from '../../rules/order.js';
import type { VisibleReport } from '../../rules/scene.js';
import { toColumn } from '../tables/columns.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { daysDownwards } from './days-reader.js';
import type { SceneReader } from './scene-reader.js';
import type { Seen } from './sights.js';

/** The strongest visible report of a negotiation: design 4, "Order". */
export function latestReport(reader: SceneReader): VisibleReport | undefined {
  const { index, point, negotiation } = reader;
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return undefined;
  for (const { day, list } of daysDownwards(index, LIST_KINDS.occurredOn, owner, point.d)) {
    const seen = seenBeginning(reader, list, day);
    const latest = greatest(seen, (a, b) => byStrength(placed(a), placed(b)));
    if (latest !== undefined) return reader.visible(latest);
  }
  return undefined;
}

/** What is counted of the contents whose O.lo is a day. */
function seenBeginning({ index, point }: SceneReader, list: number, day: number): Seen[] {
  return [...index.lists.numbers(LIST_KINDS.occurredOn, list, point.r)].flatMap((content) => {
    const seen = index.sights.of(content, point);
    return seen !== undefined && toColumn(seen.occurred.lo) === day ? [seen] : [];
  });
}

/** How many reports of a negotiation are visible. */
export function reportCount({ index, point, negotiation }: SceneReader): number {
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return 0;
  let count = 0;
  for (const event of index.lists.numbers(LIST_KINDS.eventsOf, owner, point.r)) {
    if (event > point.r) break;
    if (index.sights.of(event, point) !== undefined) count += 1;
  }
  return count;
}

function placed({ occurred, published, report }: Seen) {
  return { occurred, published, firstPosition: BigInt(report) };
}
