import fc from 'fast-check';
import type { At } from '../../src/vocabulary/axes.js';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION } from '../support/histories-universe.js';
import { asStored, IndexedLog } from '../support/indexed-log.js';
import { holds } from '../support/property.js';
import { Views } from '../support/views.js';

const TIME_LIMIT_MS = 300_000;

/** All views at a point, as text. */
async function answers(views: Views, at: At): Promise<string> {
  const all = [
    ...(await Promise.all(ISSUES.map((issue) => views.issue(NEGOTIATION, issue, at)))),
    await views.issues(NEGOTIATION, at),
    await views.stances(NEGOTIATION, at),
    await views.meetings(NEGOTIATION, at),
    await views.plans(NEGOTIATION, at),
    await views.reports(NEGOTIATION, at),
    await views.negotiation(NEGOTIATION, at),
    await views.entries(NEGOTIATION, 'person', at),
  ];
  return JSON.stringify(all);
}

describe('an answer with fixed asOf and recordedBy', () => {
  it(
    'stays the same, byte for byte, whatever is recorded later',
    async () => {
      await holds(
        fc.asyncProperty(historyAndInstants({ instants: 2 }), async ({ log, instants }) => {
          for (const at of instants) {
            using indexed = new IndexedLog(log.filter(({ position }) => position <= at.recordedBy));
            const views = new Views(indexed.readModel);
            const before = await answers(views, at);
            indexed.readModel.apply(asStored(log));
            expect(await answers(views, at)).toBe(before);
          }
        }),
        { numRuns: 300 },
      );
    },
    TIME_LIMIT_MS,
  );
});
