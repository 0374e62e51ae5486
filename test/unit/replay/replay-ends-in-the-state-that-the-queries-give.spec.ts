import fc from 'fast-check';
import type { ReadModel } from '../../../src/read-model/read-model.js';
import { stepsOf } from '../../../src/read-model/replay-reader.js';
import type { JourneyQuery } from '../../../src/queries/asking/journey-of.js';
import type { Journey } from '../../../src/rules/replay/journey.js';
import { NetChanges } from '../../../src/rules/replay/net-changes.js';
import type { Step } from '../../../src/rules/replay/step.js';
import type { At } from '../../../src/vocabulary/axes.js';
import { dayOf, formatDay, parseDay } from '../../../src/vocabulary/day.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { history } from '../../support/histories.js';
import { NEGOTIATION } from '../../support/histories-universe.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { applyChange, elementsAt, keyOf, sorted, type StateElements } from './state-elements.js';
import { all, wayOf } from './walk.js';

const RUNS = Number(process.env.REPLAY_RUNS ?? 40);

/** Far more than a run takes, for a machine that has much else to do. */
const MS_PER_RUN = 1_000;

const FIRST = dayOf(2025, 12, 15);
const LAST = dayOf(2026, 2, 20);
const day = fc.integer({ min: FIRST, max: LAST }).map(formatDay);
const certainty = fc.constantFrom('any' as const, 'any' as const, 'certain' as const);
const orLeftOut = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 1, nil: undefined });
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
    'each step leads to the state that the queries give, and changes are their sum',
    async () => {
      await fc.assert(
        fc.asyncProperty(history(), question, async (log, drawn) => {
          using indexed = new IndexedLog(log);
          const { readModel } = indexed;
          const journey = await wayOf(readModel, inOrder(placed(drawn, log)));
          const steps = await all(stepsOf(readModel, NEGOTIATION, journey));
          const start = stateAt(readModel, journey.start);
          const end = new Map(start);
          const check = journey.axis === 'recorded' ? checkPositions : checkDays;
          check(readModel, journey, steps, end);
          expect(sorted(end)).toEqual(sorted(stateAt(readModel, journey.end)));
          checkNet(steps, start, end);
          checkCauses(steps);
        }),
        { numRuns: RUNS },
      );
    },
    RUNS * MS_PER_RUN,
  );
});

function checkPositions(readModel: ReadModel, journey: Journey, steps: readonly Step[], elements: StateElements): void {
  if (journey.axis !== 'recorded') throw new Error('not this axis');
  for (const { position, changes } of steps) {
    for (const change of changes) applyChange(elements, change);
    expect(sorted(elements)).toEqual(sorted(stateAt(readModel, journey.at(BigInt(position ?? '')))));
  }
}

/** On every day, also where no step is. */
function checkDays(readModel: ReadModel, journey: Journey, steps: readonly Step[], elements: StateElements): void {
  if (journey.axis === 'recorded') throw new Error('not this axis');
  const byDay = Map.groupBy(steps, (step) => (step.day == null ? Infinity : dayNumber(step.day)));
  expect([...byDay.keys()]).toEqual([...byDay.keys()].sort((a, b) => a - b));
  const first = journey.from === null ? Math.min(...byDay.keys(), journey.to) : journey.from + 1;
  const sampled = Array.from({ length: LAST - FIRST }, (_, i) => FIRST + i).filter((each) => each >= first && each <= journey.to);
  for (const each of [...new Set([...byDay.keys(), ...sampled])].sort((a, b) => a - b)) {
    const before = sorted(elements);
    const ofDay = byDay.get(each) ?? [];
    for (const change of ofDay.flatMap(({ changes }) => changes)) applyChange(elements, change);
    expect(sorted(elements)).toEqual(sorted(stateAt(readModel, journey.at(each))));
    const places = ofDay.flatMap(({ changes }) => changes.map(({ issue, path }) => keyOf(issue, path)));
    expect(new Set(places).size).toBe(places.length);
    if (ofDay.length === 0) expect(sorted(elements)).toEqual(before);
  }
}

function checkNet(steps: readonly Step[], start: StateElements, end: StateElements): void {
  const net = new NetChanges();
  for (const change of steps.flatMap(({ changes }) => changes)) net.add(change);
  const sum = new Map(start);
  for (const change of net.items) applyChange(sum, change);
  expect(sorted(sum)).toEqual(sorted(end));
  const places = net.items.map(({ issue, path }) => keyOf(issue, path));
  expect(new Set(places).size).toBe(places.length);
}

/** A change is told with the last of its causes; time is a cause only alone. */
function checkCauses(steps: readonly Step[]): void {
  expect(steps.map(({ step }) => step)).toEqual(steps.map((_, i) => i + 1));
  for (const { cause, changes } of steps) {
    for (const { because } of changes) {
      expect(because.at(-1)).toEqual(cause);
      if (because.length > 1) expect(because.every((each) => 'report' in each)).toBe(true);
    }
  }
}

function stateAt(readModel: ReadModel, at: At | null): StateElements {
  return at === null ? new Map<string, string>() : elementsAt(readModel.rows, NEGOTIATION, at);
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
  const { from, to = query.axis === 'recorded' || query.asOf !== undefined ? undefined : '2026-02-10' } = query;
  if (from === undefined || to === undefined) return query;
  const value = (text: string) => (text.startsWith('@') ? Number(text.slice(1)) : dayNumber(text));
  return value(from) <= value(to) ? query : { ...query, from: to, to: from };
}

function dayNumber(text: string): number {
  const number = parseDay(text);
  if (number === undefined) throw new Error(`${text} is no day`);
  return number;
}
