import fc from 'fast-check';
import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { BEFORE_ALL } from '../../src/vocabulary/position.js';
import { commands, setup } from './histories-commands.js';
import { FIRST_DAY } from './histories-dates.js';
import { told } from './histories-told.js';
import { withRoom } from './neighbours.js';
import { written } from './histories-writing.js';

export interface HistoryOptions {
  readonly maxReports?: number;
  /** Whether nodes beside each other may have moved a proposition that a report uses: one node alone refuses that. */
  readonly ofSeveralNodes?: boolean;
}

/** A valid log of the one negotiation `NEGOTIATION`, in which reports of all types collide. */
export function history({ maxReports = 20, ofSeveralNodes = false }: HistoryOptions = {}): fc.Arbitrary<readonly Recorded[]> {
  return fc
    .tuple(setup, commands(Math.ceil(maxReports * 1.5)))
    .map(([first, then]) => told(withRoom(written({ ...first, ofSeveralNodes }, then, maxReports))));
}

/** A point on the three axes, near the days and positions of the log. */
export function instant(log: readonly Recorded[]): fc.Arbitrary<At> {
  return point.map((drawn) => placed(drawn, log));
}

/** A history and some points on its axes. It shrinks both at once, as `chain` would not. */
export function historyAndInstants(
  options: HistoryOptions & { readonly instants?: number } = {},
): fc.Arbitrary<{ readonly log: readonly Recorded[]; readonly instants: readonly At[] }> {
  const points = fc.array(point, { minLength: 1, maxLength: options.instants ?? 4, size: 'max' });
  return fc.tuple(history(options), points).map(([log, drawn]) => ({ log, instants: drawn.map((each) => placed(each, log)) }));
}

const offset = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 12, max: 36 }) },
  { weight: 1, arbitrary: fc.integer({ min: -4, max: 60 }) },
);

const point = fc.record({
  asOf: offset,
  knownBy: fc.option(offset, { freq: 2, nil: Infinity }),
  /** 0 is the head. */
  eventsBack: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 200 }) }),
  certainty: fc.constantFrom('any', 'any', 'certain'),
});

type Point = typeof point extends fc.Arbitrary<infer T> ? T : never;

function placed({ asOf, knownBy, eventsBack, certainty }: Point, log: readonly Recorded[]): At {
  const last = log[log.length - 1 - (eventsBack % (log.length + 1))];
  return { asOf: FIRST_DAY + asOf, knownBy: FIRST_DAY + knownBy, recordedBy: last?.position ?? BEFORE_ALL, certainty };
}
