import type { ReadModel } from '../../../src/read-model/read-model.js';
import { stepsOf } from '../../../src/read-model/replaying/replay-reader.js';
import { journeyOf, type JourneyQuery } from '../../../src/queries/asking/journey-of.js';
import type { Journey } from '../../../src/rules/replay/journey.js';
import type { Step } from '../../../src/rules/replay/step.js';
import { dayOf } from '../../../src/vocabulary/day.js';

/** The day on which all these tests happen. */
export const TODAY = dayOf(2026, 2, 4);

/** The way that a question means, positions given as `@POSITION` only. */
export async function wayOf(readModel: ReadModel, query: JourneyQuery): Promise<Journey> {
  return journeyOf(query, {
    today: TODAY,
    position: async (text) => (text === undefined ? readModel.applied : BigInt(text.slice(1))),
  });
}

/** All steps of a question about the negotiation `n`. */
export async function walk(readModel: ReadModel, query: JourneyQuery = {}): Promise<Step[]> {
  return all(stepsOf(readModel, 'n', await wayOf(readModel, query)));
}

/** Everything that comes, in order. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
