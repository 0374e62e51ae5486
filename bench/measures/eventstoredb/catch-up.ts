import { openEventStoreDb } from '../../../src/event-store/open-event-store.js';
import { median } from '../../figures/quantiles.js';
import { atLeast, count, digits, type Findings } from '../../figures/rows.js';
import { bareSubscription } from '../../load/bare-subscription.js';
import { type ServerPlace, startNode } from './server-place.js';

const LEAST_SHARE = 0.5;
const ROUNDS = 3;

/** A node that has nothing yet follows the log from its start, against a bare subscription to the same events. */
export async function catchUp(place: ServerPlace): Promise<Findings> {
  const store = await openEventStoreDb(place.url, Date.now);
  const head = await store.head();
  await store.close();
  const bare = [await bareSubscription(place.url, head)];
  const ms: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const empty = await startNode(place, `empty-${String(round)}`);
    await empty.stop();
    const caughtUp = await startNode(place, `empty-${String(round)}`);
    await caughtUp.stop();
    ms.push(empty.readyAfterMs - caughtUp.readyAfterMs);
    bare.push(await bareSubscription(place.url, head));
  }
  const events = bare[0]?.events ?? 0;
  const [rate, reference] = [events / (median(ms) / 1_000), median(bare.map(({ perSecond }) => perSecond))];
  const what = `catch-up with ${count(events)} events of EventStoreDB against a bare subscription`;
  return {
    rows: [atLeast(what, rate / reference, LEAST_SHARE, `${digits(rate)} against ${digits(reference)} events/s`)],
    notes: ['Catch-up: from the start of a node without a read model until it is ready, less the start of one that has all.'],
  };
}
