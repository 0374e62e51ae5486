import { byStrength, descending } from '../../rules/order.js';
import { daysDownwards } from './days-reader.js';
import { DAY_AXES, seenOnDayInPieces } from './reports-on-days.js';
import type { SceneReader } from './scene-reader.js';
import type { Seen } from './counted-contents.js';

/**
 * What is seen of a negotiation, the strongest first, day by day as it is asked for. Design 4, "Order".
 * @param isAsked of a content
 * @returns undefined in it: none here, but much was looked at
 */
export function* latestFirst(reader: SceneReader, isAsked: (content: number) => boolean = () => true): Generator<Seen | undefined> {
  const { index, point, negotiation } = reader;
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return;
  for (const day of daysDownwards(index, DAY_AXES.occurred, owner, point.d)) {
    const onDay: Seen[] = [];
    for (const piece of seenOnDayInPieces(reader, 'occurred', day, { isAsked })) {
      onDay.push(...piece);
      yield undefined;
    }
    yield* inOrder(onDay);
  }
}

/** The same of some contents, which are put in order themselves. */
export function latestOf({ index, point, negotiation }: SceneReader, contents: readonly number[]): Seen[] {
  const name = index.names.numberOf('negotiation', '', negotiation);
  return inOrder(
    contents.flatMap((content) =>
      content <= point.r && index.negotiationOf(content) === name ? (index.counted.of(content, point) ?? []) : [],
    ),
  );
}

function inOrder(seen: readonly Seen[]): Seen[] {
  return descending(seen, (a, b) => byStrength(placed(a), placed(b)));
}

function placed({ occurred, published, report }: Seen) {
  return { occurred, published, firstPosition: BigInt(report) };
}
