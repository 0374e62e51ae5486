import fc from 'fast-check';
import { type Day, formatDay } from '../../src/vocabulary/day.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { REPORT_TYPES } from '../../src/vocabulary/events/report-content.js';
import type { MeetingsAsked } from '../oracle/fold-meetings.js';
import type { ReportsAsked } from '../oracle/fold-reports.js';
import { FIRST_DAY } from './histories-dates.js';
import { ISSUES, MEETINGS, PARTIES, PERSONS, PLANS, PROPOSITIONS, SOURCES } from './histories-universe.js';

/** Parameters as a URL has them; one that is given several times as a list. */
export type InUrl = Record<string, string | string[] | undefined>;

/** A list that is asked for: what the URL says, and the same for the fold. */
export interface Asked<A> {
  readonly inUrl: InUrl;
  readonly ofTheFold: A;
}

const MOVEMENTS = ['weakened', 'strengthened', 'reversed', 'restated'] as const;
const STATUSES = ['held', 'cancelled', 'moved', 'confirmed', 'announced', 'elapsed-unreported', 'mentioned'] as const;
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
/** Now and then one of some values, or several of them. */
const someOf = <T>(...values: readonly T[]) =>
  rarely(fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })));
const day = fc.integer({ min: 8, max: 45 }).map((offset) => FIRST_DAY + offset);
const dayOrNone = fc.option(day, { nil: undefined, freq: 2 });
/** Two points in their order, or one, or none. */
const range = (point: fc.Arbitrary<number | undefined>) =>
  fc.tuple(point, point).map(([a, b]) => (a !== undefined && b !== undefined && a > b ? { from: b, to: a } : { from: a, to: b }));
const days = range(dayOrNone);
const daysInUrl = ({ from, to }: { readonly from: Day | undefined; readonly to: Day | undefined }) => ({
  from: from === undefined ? undefined : formatDay(from),
  to: to === undefined ? undefined : formatDay(to),
});
/** How far through the log, or nothing. */
const shareOrNone = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 2 });
const pageSize = rarely(fc.constantFrom('1', '2', '7'));

const drawnReports = fc.record({
  axis: fc.constantFrom(undefined, 'occurred', 'published', 'recorded'),
  days: fc.oneof(days, fc.constant({ from: undefined, to: undefined })),
  positions: range(shareOrNone),
  type: someOf(...REPORT_TYPES),
  party: someOf(...PARTIES),
  person: someOf(...PERSONS),
  issue: someOf(...ISSUES),
  proposition: fc.oneof(someOf(...PROPOSITIONS), fc.constantFrom(undefined, ...PROPOSITIONS)),
  meeting: someOf(...MEETINGS),
  plan: someOf(...PLANS),
  source: someOf(...SOURCES),
  q: rarely(fc.constantFrom('REPORT R1', 'r2', 'Correction 1', ', c', 'none of them')),
  limit: pageSize,
});

/** Reports that are asked for by some of all parameters, page by page or at once. */
export function reportsAsked(log: readonly Recorded[]): (drawn: DrawnReports) => Asked<ReportsAsked> {
  const positionAt = (part: number | undefined) => (part === undefined ? undefined : log[Math.floor(part * log.length)]?.position);
  return ({ days: onDays, positions: shares, axis, limit, ...named }) => {
    if (axis !== 'recorded') return { inUrl: { ...named, ...daysInUrl(onDays), axis, limit }, ofTheFold: { ...named, axis, days: onDays } };
    const positions = { from: positionAt(shares.from), to: positionAt(shares.to) };
    const { from, to } = positions;
    return { inUrl: { ...named, from: atPosition(from), to: atPosition(to), axis, limit }, ofTheFold: { ...named, axis, positions } };
  };
}

export const listsAsked = fc.record({
  reports: drawnReports,
  stances: fc.record({
    party: someOf(...PARTIES),
    issue: someOf(...ISSUES),
    proposition: someOf(...PROPOSITIONS),
    plan: someOf(...PLANS),
    movement: someOf(...MOVEMENTS),
    contested: rarely(fc.constantFrom('true', 'false')),
    limit: pageSize,
  }),
  meetings: fc
    .record({ status: someOf(...STATUSES), person: someOf(...PERSONS), party: someOf(...PARTIES), days, limit: pageSize })
    .map(({ days: onDays, limit, ...named }): Asked<MeetingsAsked> => {
      return { inUrl: { ...named, ...daysInUrl(onDays), limit }, ofTheFold: { ...named, ...onDays } };
    }),
  stale: fc.constantFrom('true', 'false'),
  visible: fc.constantFrom('true', 'false'),
  limit: pageSize,
});

export type DrawnReports = typeof drawnReports extends fc.Arbitrary<infer T> ? T : never;
export type DrawnLists = typeof listsAsked extends fc.Arbitrary<infer T> ? T : never;

function atPosition(position: bigint | undefined): string | undefined {
  return position === undefined ? undefined : `@${String(position)}`;
}
