import fc from 'fast-check';
import { ChangesReader } from '../../../src/read-model/replaying/changes-reader.js';
import { stepsOf } from '../../../src/read-model/replaying/replay-reader.js';
import type { JourneyQuery } from '../../../src/queries/asking/journey-of.js';
import type { Journey } from '../../../src/rules/replay/journey.js';
import { absent, type Change } from '../../../src/rules/replay/change.js';
import type { Step } from '../../../src/rules/replay/step.js';
import type { At } from '../../../src/vocabulary/axes.js';
import { dayOf, formatDay, parseDay } from '../../../src/vocabulary/day.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { history } from '../../support/histories.js';
import { NEGOTIATION } from '../../support/histories-universe.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { holds } from '../../support/property.js';
import { type End, EndAt, expectedAmendments, expectedCauses, reportsNamed } from './expected-causes.js';
import { comparable, elementsAt, keyOf, sorted, timelessJson } from './state-elements.js';
import { all, wayOf } from './walk.js';

const RUNS = Number(process.env.REPLAY_RUNS ?? 40);

/** Far more than a run takes, for a machine that has much else to do. */
const MS_PER_RUN = 2_000;

const FIRST = dayOf(2025, 12, 15);
const LAST = dayOf(2026, 2, 20);
const day = fc.integer({ min: FIRST, max: LAST }).map(formatDay);
const certainty = fc.constantFrom('any' as const, 'any' as const, 'certain' as const);
const orLeftOut = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2, nil: undefined });
/** How far through the log, or nothing. */
const share = orLeftOut(fc.double({ min: 0, max: 1, noNaN: true }));
const days = { from: orLeftOut(day), to: orLeftOut(day), recordedBy: share, certainty };
const positions = { from: share, to: share, certainty };

const questions = {
  'published, asOf moving with it': fc.record({ axis: fc.constant('published'), ...days }),
  'published, asOf fixed': fc.record({ axis: fc.constant('published'), asOf: day, ...days }),
  occurred: fc.record({ axis: fc.constant('occurred'), knownBy: orLeftOut(day), ...days }),
  recorded: fc.record({ axis: fc.constant('recorded'), asOf: orLeftOut(day), knownBy: orLeftOut(day), ...positions }),
};

describe.each(Object.entries(questions))('on the axis %s', (_, question) => {
  it(
    'each step leads to the state that the queries give, and changes are what lies between two of them',
    async () => {
      await holds(
        fc.asyncProperty(history(), question, async (log, drawn) => {
          using indexed = new IndexedLog(log);
          const { readModel } = indexed;
          const journey = await wayOf(readModel, inOrder(placed(drawn, log)));
          const ends = new Map<string, End>();
          const endOf = (at: At | null): End => {
            const key = at === null ? '' : Object.values(at).join(' ');
            const end = ends.get(key) ?? new EndAt(log, NEGOTIATION, at, (point) => elementsAt(readModel.rows, NEGOTIATION, point));
            ends.set(key, end);
            return end;
          };
          const [start, end] = [endOf(journey.start), endOf(journey.end)];
          const steps = await all(stepsOf(readModel, NEGOTIATION, journey));
          expect(steps.map(({ step }) => step)).toEqual(steps.map((__, i) => i + 1));
          const way = new WayOfElements(log, start);
          const check = journey.axis === 'recorded' ? checkPositions : checkDays;
          check(way, journey, steps, endOf);
          way.reaches(end);
          const reader = new ChangesReader(readModel.rows, NEGOTIATION, journey);
          const net = (await Promise.all((await reader.sources()).map((source) => reader.of(source)))).flat();
          new WayOfElements(log, start).goes(net, start, end).reaches(end);
          for (const change of net) checkNetCauses(change, start, end, log);
        }),
        { numRuns: RUNS },
      );
    },
    RUNS * MS_PER_RUN,
  );
});

/** The elements of a state, moved on change by change. */
class WayOfElements {
  private readonly elements: Map<string, string>;

  constructor(
    readonly log: readonly Recorded[],
    start: End,
  ) {
    this.elements = comparable(start.elements);
  }

  /** Applies changes that lie between two points; each place changes once, and is told as the queries tell it at both. */
  goes(changes: readonly Change[], before: End, after: End): this {
    const places = changes.map(({ issue, path }) => keyOf(issue, path));
    expect(new Set(places).size).toBe(places.length);
    for (const change of changes) this.apply(change, before, after);
    return this;
  }

  /** All that changed is told: the state is that of the queries. */
  reaches({ elements }: End): void {
    expect(sorted(this.elements)).toEqual(sorted(comparable(elements)));
  }

  private apply({ issue, path, before, after }: Change, from: End, to: End): void {
    const key = keyOf(issue, path);
    const shownIn = ({ elements }: End) => elements.get(key)?.element ?? absent(path);
    expect([before, after]).toEqual([shownIn(from), shownIn(to)]);
    const [was, is] = [timelessJson(before, asOf(from)), timelessJson(after, asOf(to))];
    expect(this.elements.get(key) ?? JSON.stringify(absent(path))).toBe(was);
    expect(is).not.toBe(was);
    if (after === absent(path)) this.elements.delete(key);
    else this.elements.set(key, is);
  }
}

function checkPositions(way: WayOfElements, journey: Journey, steps: readonly Step[], endOf: (at: At | null) => End): void {
  if (journey.axis !== 'recorded') throw new Error('not this axis');
  let before = endOf(journey.start);
  for (const step of steps) {
    const after = endOf(journey.at(BigInt(step.position ?? '')));
    way.goes(step.changes, before, after).reaches(after);
    for (const change of step.changes) checkCauses(change, before, after, way.log, step);
    before = after;
  }
}

/** On every day, also where no step is. */
function checkDays(way: WayOfElements, journey: Journey, steps: readonly Step[], endOf: (at: At | null) => End): void {
  if (journey.axis === 'recorded') throw new Error('not this axis');
  const byDay = Map.groupBy(steps, (step) => (step.day == null ? Infinity : dayNumber(step.day)));
  expect([...byDay.keys()]).toEqual([...byDay.keys()].sort((a, b) => a - b));
  const first = journey.from === null ? Math.min(...byDay.keys(), journey.to) : journey.from + 1;
  const sampled = Array.from({ length: LAST - FIRST }, (_, i) => FIRST + i).filter((each) => each >= first && each <= journey.to);
  let before = endOf(journey.start);
  for (const each of [...new Set([...byDay.keys(), ...sampled])].sort((a, b) => a - b)) {
    if (before.at !== null && Number.isFinite(each)) before = endOf(journey.at(each - 1));
    const [ofDay, after] = [byDay.get(each) ?? [], endOf(journey.at(each))];
    way.goes(
      ofDay.flatMap(({ changes }) => changes),
      before,
      after,
    );
    way.reaches(after);
    for (const step of ofDay) for (const change of step.changes) checkCauses(change, before, after, way.log, step);
    before = after;
  }
}

/** Within a step all that may be a cause is known; the step is that of one of them, or of one that touches the element. */
function checkCauses(change: Change, before: End, after: End, log: readonly Recorded[], { cause }: Step): void {
  const { exactly, touching } = expectedCauses(change, before, after);
  const named = reportsNamed(change.because);
  const whole = touching.size > 0 ? (exactly ?? touching) : new Set();
  expect({ change, cause, named: new Set(named.keys()) }).toEqual({ change, cause, named: whole });
  const isAmongEvidence = [...named.keys()].some((report) => touching.has(report));
  if (named.size > 0 && !isAmongEvidence && 'report' in cause) expect(touching).toContain(cause.report);
  else if (named.size === 0 || !('event' in cause)) expect(change.because).toContainEqual(cause);
  checkAmendments(change, before, after, log);
}

function checkNetCauses(change: Change, start: End, end: End, log: readonly Recorded[]): void {
  const { exactly, touching } = expectedCauses(change, start, end);
  const named = new Set(reportsNamed(change.because).keys());
  expect(change.because).not.toEqual([]);
  if (exactly !== null && (touching.size > 0 || named.size > 0)) expect({ change, named }).toEqual({ change, named: exactly });
  if (change.because.some((cause) => 'day' in cause)) expect(change.because.every((cause) => 'day' in cause)).toBe(true);
  if (start.at !== null) checkAmendments(change, start, end, log);
  else expect([...reportsNamed(change.because).values()].filter((by) => by !== undefined)).toEqual([]);
}

function checkAmendments({ because }: Change, before: End, after: End, log: readonly Recorded[]): void {
  for (const [report, by] of reportsNamed(because)) expect(expectedAmendments(report, before, after, log)).toContain(by);
}

function asOf({ at }: End): number {
  return at?.asOf ?? 0;
}

/** Shares of the log become positions in it. */
function placed(drawn: Record<string, string | number | undefined>, log: readonly Recorded[]): JourneyQuery {
  const entries = Object.entries(drawn).map(([name, value]) => {
    if (typeof value !== 'number') return [name, value];
    const recorded = log[Math.floor(value * log.length)];
    return [name, `@${String(recorded?.position ?? 0n)}`];
  });
  return Object.fromEntries(entries) as JourneyQuery;
}

function inOrder(query: JourneyQuery): JourneyQuery {
  const { from, to = query.axis === 'recorded' || query.asOf !== undefined ? undefined : '2026-02-04' } = query;
  if (from === undefined || to === undefined) return query;
  const value = (text: string) => (text.startsWith('@') ? Number(text.slice(1)) : dayNumber(text));
  return value(from) <= value(to) ? query : { ...query, from: to, to: from };
}

function dayNumber(text: string): number {
  const number = parseDay(text);
  if (number === undefined) throw new Error(`${text} is no day`);
  return number;
}
