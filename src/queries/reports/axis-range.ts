import { endOfDay, parseDay } from '../../vocabulary/day.js';
import type { Position } from '../../vocabulary/position.js';
import { Refusal } from '../../vocabulary/refusal.js';

/** From where to where on an axis, both ends inclusive; left out: open. */
export interface Range {
  readonly days: { readonly lo: number; readonly hi: number };
  readonly positions: { readonly lo: Position; readonly hi: Position | null };
}

/** The last position recorded by an instant, a day's end or a position. @param parameter that says so */
type PositionAt = (recordedBy: string, parameter: 'from' | 'to') => Promise<Position>;

type Axis = 'occurred' | 'published' | 'recorded';

interface RangeQuery {
  readonly axis?: Axis | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Reads `from` and `to`: days on the day axes; days, instants or positions on the recorded axis.
 * @throws Refusal `invalid-query`
 */
export async function rangeOf({ axis, from, to }: RangeQuery, positionAt: PositionAt): Promise<Range> {
  if (axis !== 'recorded') {
    const days = { lo: dayOf('from', from) ?? -Infinity, hi: dayOf('to', to) ?? Infinity };
    if (days.lo > days.hi) throw invalid('to', 'lies before from');
    return { days, positions: { lo: 0n, hi: null } };
  }
  const positions = { lo: await positionFrom(from, positionAt), hi: to === undefined ? null : await positionAt(to, 'to') };
  if (from?.startsWith('@') && to?.startsWith('@') && positions.hi !== null && positions.lo > positions.hi)
    throw invalid('to', 'lies before from');
  return { days: { lo: -Infinity, hi: Infinity }, positions };
}

/** What was recorded from a day or an instant on lies behind all that was recorded before it. */
async function positionFrom(from: string | undefined, positionAt: PositionAt): Promise<Position> {
  if (from === undefined) return 0n;
  if (from.startsWith('@')) return BigInt(from.slice(1));
  const day = parseDay(from);
  const before = new Date(day === undefined ? Date.parse(from) - 1 : endOfDay(day - 1));
  return (await positionAt(before.toISOString(), 'from')) + 1n;
}

function dayOf(parameter: 'from' | 'to', text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw invalid(parameter, 'must be a day, YYYY-MM-DD, on this axis');
  return day;
}

function invalid(parameter: 'from' | 'to', detail: string): Refusal {
  return new Refusal('invalid-query', 'The range is not one of this axis.', [{ parameter, code: 'invalid-range', detail }]);
}
