import fc from 'fast-check';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { holds } from '../support/property.js';
import { unknownIn } from '../support/unknown-in-filters.js';
import { Views } from '../support/views.js';
import { expectReportsOfTheFold, expectViewsOfTheFold } from '../support/views-of-the-fold.js';

const HISTORIES = Number(process.env.FOLD_RUNS ?? 400);
const TIME_LIMIT_MS = 60_000 + HISTORIES * 600;

it(
  'where a proposition moved though a report used it, everything that rests on it is where the fold has it',
  async () => {
    await holds(
      fc.asyncProperty(historyAndInstants({ instants: 3, ofSeveralNodes: true }), async ({ log, instants }) => {
        using indexed = new IndexedLog(log);
        const compared = { views: new Views(indexed.readModel), log, negotiation: NEGOTIATION, issues: ISSUES };
        for (const at of instants) {
          await expectViewsOfTheFold(compared, at);
          const known = ISSUES.filter((issue) => unknownIn(log, NEGOTIATION, at.recordedBy, { issue }).length === 0);
          for (const issue of known) await expectReportsOfTheFold(compared, at, { issue }, { issue });
        }
      }),
      { numRuns: HISTORIES },
    );
  },
  TIME_LIMIT_MS,
);
