import fc from 'fast-check';
import type { At } from '../../src/vocabulary/axes.js';
import { type Day, formatDay } from '../../src/vocabulary/day.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { BEFORE_ALL, type Position } from '../../src/vocabulary/position.js';
import { FIRST_DAY } from './histories-dates.js';
import { ISSUES } from './histories-universe.js';

/** What may be asked of changes, as a URL has it. */
export interface ChangesInUrl {
  readonly axis: 'published' | 'occurred' | 'recorded';
  readonly certainty: At['certainty'];
  readonly from?: string;
  readonly to?: string;
  readonly issue?: string;
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly recordedBy?: string;
}

/** A question of changes: what the URL says, and the two points between which it asks. */
export interface ChangesAsked {
  readonly inUrl: ChangesInUrl;
  readonly from: At | null;
  readonly to: At;
}

const day = fc.integer({ min: 4, max: 50 }).map((offset) => FIRST_DAY + offset);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const orNone = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3, nil: undefined });

/** A way along one axis, before it has a log. */
export const drawnChanges = fc.record({
  moves: fc.constantFrom('published and occurred', 'published', 'occurred', 'recorded'),
  days: fc.tuple(day, day),
  shares: fc.tuple(share, share),
  fromNothing: fc.constantFrom(false, false, true),
  asOf: day,
  knownBy: orNone(day),
  recordedBy: orNone(share),
  certainty: fc.constantFrom('any', 'any', 'certain'),
  issue: fc.option(fc.constantFrom(...ISSUES), { freq: 4, nil: undefined }),
});
export type DrawnChanges = typeof drawnChanges extends fc.Arbitrary<infer T> ? T : never;

/** The question of a way through a log. */
export function changesAsked(log: readonly Recorded[], drawn: DrawnChanges): ChangesAsked {
  const { moves, certainty, asOf, fromNothing } = drawn;
  const issue = drawn.issue === undefined ? {} : { issue: drawn.issue };
  const knownBy = drawn.knownBy ?? Infinity;
  const recordedBy = positionAt(log, drawn.recordedBy ?? 1);
  const [first, last] = inOrder(drawn.days);
  const way = (at: (point: Day) => At) => ({ from: fromNothing ? null : at(first), to: at(last) });
  const days = { ...(fromNothing ? {} : { from: formatDay(first) }), to: formatDay(last) };
  const fixed = { certainty, ...issue, recordedBy: `@${String(recordedBy)}` };
  const known = drawn.knownBy === undefined ? {} : { knownBy: formatDay(drawn.knownBy) };
  switch (moves) {
    case 'published and occurred':
      return {
        inUrl: { ...fixed, axis: 'published', ...days },
        ...way((point) => ({ asOf: point, knownBy: point, recordedBy, certainty })),
      };
    case 'published':
      return {
        inUrl: { ...fixed, axis: 'published', ...days, asOf: formatDay(asOf) },
        ...way((point) => ({ asOf, knownBy: point, recordedBy, certainty })),
      };
    case 'occurred':
      return {
        inUrl: { ...fixed, axis: 'occurred', ...days, ...known },
        ...way((point) => ({ asOf: point, knownBy, recordedBy, certainty })),
      };
    case 'recorded': {
      const [start, end] = inOrder(drawn.shares).map((part) => positionAt(log, part)) as [Position, Position];
      const at = (position: Position): At => ({ asOf, knownBy, recordedBy: position, certainty });
      const positions = { ...(fromNothing ? {} : { from: `@${String(start)}` }), to: `@${String(end)}` };
      const inUrl = { certainty, ...issue, axis: 'recorded' as const, ...positions, asOf: formatDay(asOf), ...known };
      return { inUrl, from: fromNothing ? null : at(start), to: at(end) };
    }
  }
}

function positionAt(log: readonly Recorded[], part: number): Position {
  return log[Math.min(Math.floor(part * log.length), log.length - 1)]?.position ?? BEFORE_ALL;
}

function inOrder([a, b]: readonly [number, number]): readonly [number, number] {
  return a <= b ? [a, b] : [b, a];
}
