import fc from 'fast-check';
import { LiveHub } from '../../../src/queries/replay/live-hub.js';
import type { ReadModel } from '../../../src/read-model/read-model.js';
import { Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';
import { LiveListener, unnumbered } from '../../support/live-listener.js';
import { walk } from './walk.js';

/** Turns of the event loop between two things that one does, over and over. */
const pauses = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 5 });
const bursts = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 5 });
/** After so many chunks a client goes and comes back. */
const client = fc.record({ pauses, leavesAfter: fc.integer({ min: 1, max: 30 }), startsAfter: fc.nat({ max: 40 }) });

const LATER = 40;
const story = new Story();
const { length: BEFORE } = story.log;
for (let i = 0; i < LATER; i += 1) story.position(`later-${String(i)}`, i % 2 === 0 ? 'a' : 'b', i % 3 === 0 ? 'rejects' : 'supports');
const LAST = story.log.at(-1)?.position ?? 0n;

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise(setImmediate);
}

/** In bursts, with time in between to catch up. */
async function record(readModel: ReadModel, bursts: readonly number[]): Promise<void> {
  const left = story.log.slice(BEFORE);
  for (let i = 0; left.length > 0; i += 1) {
    readModel.apply(asStored(left.splice(0, bursts[i % bursts.length])));
    await turns(100);
  }
}

/** @returns all steps that it got, and how often it was dropped */
async function listen(hub: LiveHub, readModel: ReadModel, { pauses: every, leavesAfter, startsAfter }: Client) {
  await turns(startsAfter);
  const steps: object[] = [];
  let behind: bigint | undefined;
  let dropped = 0;
  for (let chunks = 0; behind === undefined || behind < LAST;) {
    const visit = await LiveListener.join(hub, readModel, {}, behind);
    do {
      await visit.take();
      chunks += 1;
      await turns(every[chunks % every.length] ?? 0);
    } while (!visit.ended && visit.last < LAST && chunks % leavesAfter !== 0);
    await visit.leave();
    steps.push(...unnumbered(visit.steps));
    if (visit.resumeAfter !== null) {
      dropped += 1;
      if (visit.steps.length > 0) expect(visit.resumeAfter).toBe(String(visit.last));
    }
    if (visit.steps.length > 0) behind = visit.last;
  }
  return { steps, dropped };
}

type Client = typeof client extends fc.Arbitrary<infer T> ? T : never;

it('coming and going, dropped or not', async () => {
  let dropped = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(client, { minLength: 1, maxLength: 5 }), bursts, async (clients, sizes) => {
      using indexed = new IndexedLog(story.log.slice(0, BEFORE));
      const { readModel } = indexed;
      const hub = new LiveHub(readModel, { steps: 3, size: 1_000_000 });
      const listening = clients.map((each) => listen(hub, readModel, each));
      await record(readModel, sizes);
      const got = await Promise.all(listening);
      const whole = unnumbered(await walk(readModel, { axis: 'recorded' }));
      for (const { steps } of got) expect(steps).toEqual(whole);
      expect(hub.size).toBe(0);
      for (const each of got) dropped += each.dropped;
    }),
    { numRuns: 30 },
  );
  expect(dropped).toBeGreaterThan(0);
});
