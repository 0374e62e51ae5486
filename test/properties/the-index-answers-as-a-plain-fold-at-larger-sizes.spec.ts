import fc from 'fast-check';
import { NEGOTIATION as GENERATED } from '../../bench/generator/history-options.js';
import { DAYS, FIRST_DAY } from '../../bench/generator/period.js';
import { Random } from '../../bench/generator/random.js';
import { LARGEST_ISSUE } from '../../bench/generator/registry-world.js';
import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { foldIssue } from '../oracle/fold-issue.js';
import { foldStances } from '../oracle/fold-stances.js';
import { generatedLog } from '../support/generated-log.js';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { Views } from '../support/views.js';

const TIME_LIMIT_MS = 600_000;

async function expectSame(
  log: readonly Recorded[],
  negotiation: string,
  issues: readonly string[],
  instants: readonly At[],
): Promise<void> {
  using indexed = new IndexedLog(log);
  const views = new Views(indexed.readModel);
  for (const at of instants) {
    for (const issue of issues) expect(await views.issue(negotiation, issue, at)).toEqual(foldIssue(log, negotiation, issue, at));
    expect(await views.stances(negotiation, at)).toEqual(foldStances(log, negotiation, at).slice(0, 500));
  }
}

/** Points all over a generated history: the present, what was known then, early ones, and those before the head. */
function pointsIn(log: readonly Recorded[], random: Random): At[] {
  const day = (share: number) => FIRST_DAY + random.between(0, Math.floor(DAYS * share));
  const position = (share: number) => BigInt(random.between(1, Math.floor(log.length * share)));
  const head = BigInt(log.length);
  const asOf = day(1);
  return [
    { asOf: FIRST_DAY + DAYS, knownBy: Infinity, recordedBy: head, certainty: 'any' },
    { asOf, knownBy: asOf, recordedBy: head, certainty: 'any' },
    { asOf, knownBy: asOf, recordedBy: head, certainty: 'certain' },
    { asOf: FIRST_DAY + DAYS, knownBy: day(0.5), recordedBy: head, certainty: 'any' },
    { asOf: FIRST_DAY + DAYS, knownBy: Infinity, recordedBy: position(1), certainty: 'any' },
    { asOf: day(0.3), knownBy: day(0.3), recordedBy: position(0.4), certainty: 'any' },
  ];
}

describe('the index answers as a plain fold', () => {
  it(
    'of histories in which hundreds of reports of all types collide',
    async () => {
      await fc.assert(
        fc.asyncProperty(historyAndInstants({ maxReports: 300, instants: 3 }), async ({ log, instants }) => {
          await expectSame(log, NEGOTIATION, ISSUES, instants);
        }),
        { numRuns: 150 },
      );
    },
    TIME_LIMIT_MS,
  );

  it.each([0.01, 0.2])(
    'of a generated history of 4,000 reports, a share of %d of them late',
    async (late) => {
      const log = generatedLog({ seed: 7, reports: 4_000, late });
      await expectSame(log, GENERATED, [LARGEST_ISSUE], pointsIn(log, new Random(7)));
    },
    TIME_LIMIT_MS,
  );
});
