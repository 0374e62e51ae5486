import fc from 'fast-check';
import { foldSearch } from '../oracle/fold-search.js';
import { historyAndInstants } from '../support/histories.js';
import { NEGOTIATION } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { holds } from '../support/property.js';
import { Views } from '../support/views.js';

const HISTORIES = Number(process.env.FOLD_RUNS ?? 300);
const TIME_LIMIT_MS = 60_000 + HISTORIES * 600;

const QUESTIONS = [
  'report',
  'r1',
  'correction',
  'party 1',
  'person',
  'issue',
  'change',
  'ALBA change',
  'plan 0',
  'point',
  'summit',
  'report 2',
  'none',
];

it(
  'a search finds what is called or told so among what is visible then, and nothing else',
  async () => {
    await holds(
      fc.asyncProperty(historyAndInstants({ instants: 2 }), fc.constantFrom(...QUESTIONS), async ({ log, instants }, q) => {
        using indexed = new IndexedLog(log);
        const views = new Views(indexed.readModel);
        for (const at of instants) {
          const found = await views.search(NEGOTIATION, at, { q });
          expect(found.map(({ type, id, matched }) => [type, id, ...(matched as string[])].join(' ')).toSorted()).toEqual(
            foldSearch(log, NEGOTIATION, at, q),
          );
        }
      }),
      { numRuns: HISTORIES },
    );
  },
  TIME_LIMIT_MS,
);
