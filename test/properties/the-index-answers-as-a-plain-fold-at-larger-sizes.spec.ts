import fc from 'fast-check';
import { NEGOTIATION as GENERATED } from '../../bench/generator/history-options.js';
import { DAYS, FIRST_DAY } from '../../bench/generator/period.js';
import { Random } from '../../bench/generator/random.js';
import { LARGEST_ISSUE, PARTIES, personsOf } from '../../bench/generator/registry-world.js';
import type { At } from '../../src/vocabulary/axes.js';
import { type Day, formatDay } from '../../src/vocabulary/day.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { foldExpiredStances } from '../oracle/fold-expired-stances.js';
import { foldIssue } from '../oracle/fold-issue.js';
import { foldReports, type ReportsAsked } from '../oracle/fold-reports.js';
import { foldStances } from '../oracle/fold-stances.js';
import { generatedLog } from '../support/generated-log.js';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import type { InUrl } from '../support/lists-asked.js';
import { holds } from '../support/property.js';
import { Views } from '../support/views.js';
import { type Compared, expectReportsOfTheFold, expectViewsOfTheFold } from '../support/views-of-the-fold.js';

const [PARTY] = PARTIES;
const TIME_LIMIT_MS = 600_000;

/** The largest issue, the stances and the reports of a month: a fold of all issues would take minutes. */
async function expectTheLargestOfTheFold(log: readonly Recorded[], instants: readonly At[]): Promise<void> {
  using indexed = new IndexedLog(log);
  const compared = { views: new Views(indexed.readModel), log, negotiation: GENERATED, issues: [LARGEST_ISSUE] };
  const { views } = compared;
  for (const at of instants) {
    expect(await views.issue(GENERATED, LARGEST_ISSUE, at)).toEqual(foldIssue(log, GENERATED, LARGEST_ISSUE, at));
    expect(await views.stances(GENERATED, at)).toEqual(foldStances(log, GENERATED, at));
    const month = { from: at.asOf - 60, to: at.asOf - 30 };
    const inUrl = { axis: 'published', from: formatDay(month.from), to: formatDay(month.to), issue: LARGEST_ISSUE };
    await expectReportsOfTheFold(compared, at, inUrl, { axis: 'published', days: month, issue: LARGEST_ISSUE });
    await expectListsOfTheFold(compared, at);
  }
}

/** Lists narrowed by what many reports have, along each axis; what a report says of itself is held against the fold elsewhere. */
async function expectListsOfTheFold({ views, log }: Compared, at: At): Promise<void> {
  const [person] = personsOf(PARTY);
  const half = at.recordedBy / 2n;
  const days = { from: at.asOf - 200, to: at.asOf - 20 };
  const listed: [InUrl, ReportsAsked][] = [
    [
      { ...inUrlOf(days), party: PARTY, type: 'PositionStated' },
      { days, party: PARTY, type: 'PositionStated' },
    ],
    [
      { axis: 'published', ...inUrlOf(days), person, q: 'the' },
      { axis: 'published', days, person, q: 'the' },
    ],
    [
      { axis: 'recorded', from: `@${String(half)}`, party: PARTY, issue: LARGEST_ISSUE },
      { axis: 'recorded', positions: { from: half }, party: PARTY, issue: LARGEST_ISSUE },
    ],
  ];
  for (const [inUrl, asked] of listed) {
    const reports = await views.reports(GENERATED, at, inUrl);
    expect(reports.map(({ id }) => id)).toEqual(foldReports(log, GENERATED, at, asked).map(({ id }) => id));
  }
  expect(await views.expiredStances(GENERATED, at)).toEqual(foldExpiredStances(log, GENERATED, at));
}

function inUrlOf({ from, to }: { readonly from: Day; readonly to: Day }): InUrl {
  return { from: formatDay(from), to: formatDay(to) };
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
      await holds(
        fc.asyncProperty(historyAndInstants({ maxReports: 300, instants: 3 }), async ({ log, instants }) => {
          using indexed = new IndexedLog(log);
          const compared = { views: new Views(indexed.readModel), log, negotiation: NEGOTIATION, issues: ISSUES };
          for (const at of instants) await expectViewsOfTheFold(compared, at);
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
      await expectTheLargestOfTheFold(log, pointsIn(log, new Random(7)));
    },
    TIME_LIMIT_MS,
  );
});
