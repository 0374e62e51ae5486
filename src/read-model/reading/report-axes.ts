import { byWindows } from '../../rules/order.js';
import { compare } from '../../vocabulary/compare.js';
import { firstNotBelow } from './halving.js';
import { toColumn } from '../tables/columns.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { daysUpwards } from './days-reader.js';
import type { Index } from './opened-lists.js';
import { DAY_AXES, type DayAxis, seenOnDayInPieces } from './reports-on-days.js';
import type { ReportsAsked } from './reports-asked.js';
import type { SceneReader } from './scene-reader.js';
import type { Seen } from './counted-contents.js';

type Range = Pick<ReportsAsked, 'days' | 'positions'>;

/** An axis along which reports are listed. */
interface ListAxis {
  readonly order: (a: Seen, b: Seen) => number;
  readonly isWithin: (seen: Seen, range: Range, index: Index) => boolean;
  /** All reports that may be within a range, in order, read as they are asked for; undefined: none here, but much was looked at. */
  readonly along: (reader: SceneReader, range: Range, asked: AskedAlong) => Iterable<Seen | undefined>;
}

/** Which reports are asked for along an axis. */
interface AskedAlong {
  /** Only what comes behind it. */
  readonly behind: Seen | undefined;
  /** Whether it may be a content, as far as that is known before it is looked up. */
  readonly mayBe: (content: number) => boolean;
}

export const AXES: Readonly<Record<ReportsAsked['axis'], ListAxis>> = {
  occurred: {
    order: byOccurred,
    isWithin: ({ occurred }, { days }) => occurred.hi >= days.lo && occurred.lo <= days.hi,
    along: (reader, range, asked) =>
      alongDays(reader, 'occurred', range, { lo: ({ occurred }) => occurred.lo, order: byOccurred, ...asked }),
  },
  published: {
    order: byPublished,
    isWithin: ({ published }, { days }) => published.hi >= days.lo && published.lo <= days.hi,
    along: (reader, range, asked) =>
      alongDays(reader, 'published', range, { lo: ({ published }) => published.lo, order: byPublished, ...asked }),
  },
  recorded: {
    order: (a, b) => a.report - b.report,
    isWithin: ({ report }, { positions: { lo, hi } }, index) => {
      const position = BigInt(index.positionOf(report));
      return position >= lo && (hi === null || position <= hi);
    },
    along: alongLog,
  },
};

function byOccurred(a: Seen, b: Seen): number {
  return byWindows(a, b) || a.report - b.report;
}

function byPublished(a: Seen, b: Seen): number {
  return compare(a.published.lo, b.published.lo) || compare(a.published.hi, b.published.hi) || byOccurred(a, b);
}

interface DayOrder extends AskedAlong {
  readonly lo: (seen: Seen) => number;
  readonly order: (a: Seen, b: Seen) => number;
}

/** Day by day, by the day on which a window begins. */
function* alongDays(
  reader: SceneReader,
  axis: DayAxis,
  { days }: Range,
  { lo, order, behind, mayBe }: DayOrder,
): Generator<Seen | undefined> {
  const { index, point, negotiation } = reader;
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return;
  const from = behind === undefined ? toColumn(-Infinity) : toColumn(lo(behind));
  const last = Math.min(toColumn(days.hi), axis === 'occurred' ? point.d : point.k);
  for (const day of daysUpwards(index, DAY_AXES[axis], owner, from, last)) {
    const onDay: Seen[] = [];
    for (const piece of seenOnDayInPieces(reader, axis, day, { endsFrom: toColumn(days.lo), isAsked: mayBe })) {
      onDay.push(...piece);
      yield undefined;
    }
    yield* onDay.filter((seen) => behind === undefined || order(seen, behind) > 0).sort(order);
  }
}

/** In the order in which they were first recorded. */
function* alongLog(reader: SceneReader, { positions }: Range, { behind }: AskedAlong): Generator<Seen | undefined> {
  const { index, point, negotiation } = reader;
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return;
  const events = index.lists.numbers(LIST_KINDS.eventsOf, owner, point.r);
  for (let i = firstNotBelow(events, firstAlongLog(index, positions, behind)); i < events.length; i += 1) {
    const event = events[i] as number;
    if (event > point.r) return;
    yield index.isReport(event) ? reader.seenReport(event) : undefined;
  }
}

/** The first event that may have recorded a report of a list in the order of the log. */
export function firstAlongLog(index: Index, positions: Range['positions'], behind: Seen | undefined): number {
  return behind === undefined ? index.eventAt(positions.lo - 1n) + 1 : behind.report + 1;
}
