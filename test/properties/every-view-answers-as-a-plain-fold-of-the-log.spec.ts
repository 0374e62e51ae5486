import fc from 'fast-check';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { holds } from '../support/property.js';
import { Views } from '../support/views.js';
import { expectViewsOfTheFold } from '../support/views-of-the-fold.js';

const HISTORIES = Number(process.env.FOLD_RUNS ?? 2_000);
const INSTANTS = 3;
const TIME_LIMIT_MS = 60_000 + HISTORIES * 600;

it(
  'every view answers as a plain fold of the log does, on all three axes, certain and any',
  async () => {
    await holds(
      fc.asyncProperty(historyAndInstants({ instants: INSTANTS }), async ({ log, instants }) => {
        using indexed = new IndexedLog(log);
        const compared = { views: new Views(indexed.readModel), log, negotiation: NEGOTIATION, issues: ISSUES };
        for (const at of instants) await expectViewsOfTheFold(compared, at);
      }),
      { numRuns: HISTORIES },
    );
  },
  TIME_LIMIT_MS,
);
