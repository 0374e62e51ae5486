import { Readable } from 'node:stream';
import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises';
import { eventBatches, type Feed } from '../../../src/event-store/eventstoredb/event-batches.js';
import { SilenceLimit } from '../../../src/event-store/eventstoredb/silence-limit.js';

const TURNS_APART = 4;

/** Hands over one event at a time, some turns of the event loop apart. */
function oneByOne(count: number, between: () => Promise<unknown>): Feed {
  const events = async function* () {
    for (let n = 0; n < count; n += 1) {
      await between();
      yield { n };
    }
  };
  return Object.assign(Readable.from(events(), { highWaterMark: 500 }), { cancel: async () => undefined }) as unknown as Feed;
}

const someTurns = async (): Promise<void> => {
  for (let turn = 0; turn < TURNS_APART; turn += 1) await nextRound();
};

async function batchesOf(feed: Feed, gathers: boolean): Promise<{ n: number }[][]> {
  const batches: { n: number }[][] = [];
  for await (const batch of eventBatches<{ n: number }>(feed, new SilenceLimit(5_000), new AbortController().signal, gathers))
    batches.push(batch);
  return batches;
}

describe('a server that hands over one event at a time', () => {
  it('gives batches that hold many in a flow, in their order', async () => {
    const batches = await batchesOf(oneByOne(1_100, someTurns), true);
    expect(batches.flat().map(({ n }) => n)).toEqual(Array.from({ length: 1_100 }, (_, n) => n));
    expect(batches.length).toBeLessThan(300);
  });

  it('is not waited for where events come now and then: each is handed on at once', async () => {
    const batches = await batchesOf(
      oneByOne(5, () => pause(20)),
      true,
    );
    expect(batches.map((batch) => batch.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('is not waited for by what has an end of its own', async () => {
    const batches = await batchesOf(oneByOne(20, someTurns), false);
    expect(batches.length).toBeGreaterThan(1);
    expect(batches.flat()).toHaveLength(20);
  });
});
