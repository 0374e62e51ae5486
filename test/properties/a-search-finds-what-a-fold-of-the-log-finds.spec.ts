import fc from 'fast-check';
import { foldSearch } from '../oracle/fold-search.js';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION, PARTIES, SOURCES } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { holds } from '../support/property.js';
import { unknownIn } from '../support/unknown-in-filters.js';
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

/** Now and then one of some values, or two of them. */
const someOf = (...values: readonly string[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...values), { minLength: 2, maxLength: 2 }) },
  );

const searchAsked = fc.record({
  q: fc.constantFrom(...QUESTIONS),
  type: someOf('party', 'person', 'issue', 'proposition', 'PositionStated', 'MeetingHeld', 'PlanTabled'),
  party: someOf(...PARTIES),
  issue: someOf(...ISSUES),
  source: someOf(...SOURCES),
});

it(
  'a search finds what is called or told so among what is visible then and asked for, and nothing else',
  async () => {
    await holds(
      fc.asyncProperty(historyAndInstants({ instants: 2 }), searchAsked, async ({ log, instants }, asked) => {
        using indexed = new IndexedLog(log);
        const views = new Views(indexed.readModel);
        for (const at of instants) {
          if (unknownIn(log, NEGOTIATION, at.recordedBy, asked).length > 0) continue;
          const found = await views.search(NEGOTIATION, at, asked);
          expect(found.map(({ type, id, matched }) => [type, id, ...(matched as string[])].join(' ')).toSorted()).toEqual(
            foldSearch(log, NEGOTIATION, at, asked),
          );
        }
      }),
      { numRuns: HISTORIES },
    );
  },
  TIME_LIMIT_MS,
);
