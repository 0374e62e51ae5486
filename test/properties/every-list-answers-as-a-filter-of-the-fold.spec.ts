import fc from 'fast-check';
import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { Refusal } from '../../src/vocabulary/refusal.js';
import { foldEntries, foldRoles, foldVisible } from '../oracle/fold-entries.js';
import { foldExpiredStances } from '../oracle/fold-expired-stances.js';
import { foldIssues } from '../oracle/fold-issues.js';
import { foldMeetings } from '../oracle/fold-meetings.js';
import { foldNegotiations } from '../oracle/fold-negotiation.js';
import { foldPlans } from '../oracle/fold-plans.js';
import { foldStances, type StanceItem } from '../oracle/fold-stances.js';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { type DrawnLists, type InUrl, listsAsked, reportsAsked } from '../support/lists-asked.js';
import { amongNeighbours } from '../support/neighbours.js';
import { holds } from '../support/property.js';
import { Views } from '../support/views.js';
import { type Compared, expectReportsOfTheFold, inShort } from '../support/views-of-the-fold.js';
import { unknownIn } from '../support/unknown-in-filters.js';

const HISTORIES = Number(process.env.FOLD_RUNS ?? 1_000);
const TIME_LIMIT_MS = 60_000 + HISTORIES * 600;

/** Of hundreds of reports so many: a fold of each takes a while. */
const LARGE_HISTORIES = Number(process.env.LARGE_FOLD_RUNS ?? 12);

it.each([
  { of: 'histories', maxReports: undefined, numRuns: HISTORIES },
  { of: 'histories in which hundreds of reports collide', maxReports: 300, numRuns: LARGE_HISTORIES },
])(
  'of $of every list, with every filter, in every order, page by page, is what is left of the fold',
  async ({ maxReports, numRuns }) => {
    await holds(
      fc.asyncProperty(
        historyAndInstants({ instants: 2, ...(maxReports !== undefined && { maxReports }) }),
        fc.array(listsAsked, { minLength: 2, maxLength: 2 }),
        async ({ log, instants }, asked) => {
          using indexed = new IndexedLog(log);
          const compared = { views: new Views(indexed.readModel), log, negotiation: NEGOTIATION, issues: ISSUES };
          for (const at of instants) for (const each of asked) await expectLists(compared, at, each);
        },
      ),
      { numRuns },
    );
  },
  TIME_LIMIT_MS,
);

async function expectLists(compared: Compared, at: At, { reports, stances, meetings, stale, visible, limit }: DrawnLists): Promise<void> {
  const { views, log, negotiation } = compared;
  const { inUrl, ofTheFold } = reportsAsked(log)(reports);
  if (!(await isRefused(compared, at, inUrl, () => views.reports(negotiation, at, inUrl)))) {
    await expectReportsOfTheFold(compared, at, inUrl, ofTheFold);
  }
  const allStances = foldStances(log, negotiation, at);
  if (!(await isRefused(compared, at, stances, () => views.stances(negotiation, at, stances)))) {
    expect(await views.stances(negotiation, at, stances)).toEqual(allStances.filter((stance) => isAskedFor(stance, stances)));
  }
  const { movement: _, contested: __, ...held } = stances;
  if (!(await isRefused(compared, at, held, () => views.expiredStances(negotiation, at, held)))) {
    expect(await views.expiredStances(negotiation, at, held)).toEqual(
      foldExpiredStances(log, negotiation, at).filter((one) => isHeldAsAsked(one, held)),
    );
  }
  if (!(await isRefused(compared, at, meetings.inUrl, () => views.meetings(negotiation, at, meetings.inUrl)))) {
    expect(await views.meetings(negotiation, at, meetings.inUrl)).toEqual(foldMeetings(log, negotiation, at, meetings.ofTheFold));
  }
  const allIssues = foldIssues(log, negotiation, at);
  const issues = await views.issues(negotiation, at, { stale, limit });
  expect(issues.map(inShort)).toEqual(allIssues.filter((issue) => String(issue.stale) === stale));
  expect(await views.plans(negotiation, at, { limit })).toEqual(foldPlans(log, negotiation, at));
  const all = amongNeighbours(log);
  const negotiations = await views.negotiations(at, { limit });
  expect(negotiations.map(({ id, title, principals, counts }) => ({ id, title, principals, counts }))).toEqual(
    foldNegotiations(all, negotiationsOf(all), at),
  );
  await expectEntries(compared, at, limit);
  await expectVisibleEntries(compared, at, visible, limit);
}

function negotiationsOf(log: readonly Recorded[]): string[] {
  return [...new Set(log.map(({ event }) => event.negotiation))];
}

/** What filters by an id that is not registered by R is refused for it, and nothing else is. */
async function isRefused({ log, negotiation }: Compared, at: At, asked: InUrl, ask: () => Promise<unknown>): Promise<boolean> {
  const unknown = unknownIn(log, negotiation, at.recordedBy, asked);
  if (unknown.length === 0) return false;
  const error = (await ask().catch((refused: unknown) => refused)) as Refusal;
  expect(error.code).toBe('invalid-query');
  expect(error.faults.map(({ parameter }) => parameter).toSorted()).toEqual(unknown.toSorted());
  return true;
}

/** The entries as recorded by R, at any D and K. */
async function expectEntries({ views, log, negotiation }: Compared, at: At, limit: string | undefined): Promise<void> {
  for (const kind of ['party', 'proposition'] as const) {
    expect(await views.entries(negotiation, kind, at, { limit })).toEqual(foldEntries(log, negotiation, kind, at));
  }
  const persons = foldEntries(log, negotiation, 'person', at);
  const withRoles = persons.map((person) => ({ ...person, roles: foldRoles(log, negotiation, person.id, at) }));
  expect(await views.entries(negotiation, 'person', at, { limit })).toEqual(withRoles);
  const sources = await views.entries(negotiation, 'source', at, { limit });
  const folded = foldEntries(log, negotiation, 'source', at);
  expect(sources.map(({ id }) => id)).toEqual(folded.map(({ id }) => id));
  expect(sources).toMatchObject(folded);
}

/** Those that a visible report names, or the others. */
async function expectVisibleEntries(
  { views, log, negotiation }: Compared,
  at: At,
  visible: string,
  limit: string | undefined,
): Promise<void> {
  for (const kind of ['party', 'person', 'proposition', 'source'] as const) {
    const named = foldVisible(log, negotiation, kind, at);
    const shown = foldEntries(log, negotiation, kind, at).filter(({ id }) => String(named.has(id)) === visible);
    const entries = await views.entries(negotiation, kind, at, { visible, limit });
    expect(entries.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
  }
}

function isAskedFor(stance: StanceItem, asked: DrawnLists['stances']): boolean {
  const { movement, contestedBy } = stance;
  return (
    isHeldAsAsked(stance, asked) &&
    isAny(movement ?? undefined, asked.movement) &&
    (asked.contested === undefined || String(contestedBy.length > 0) === asked.contested)
  );
}

function isHeldAsAsked(
  { party, target }: Pick<StanceItem, 'party' | 'target'>,
  asked: Pick<DrawnLists['stances'], 'party' | 'issue' | 'proposition' | 'plan'>,
): boolean {
  const proposition = 'proposition' in target ? target : undefined;
  return (
    isAny(party, asked.party) &&
    isAny(proposition?.issue, asked.issue) &&
    isAny(proposition?.proposition, asked.proposition) &&
    isAny('plan' in target ? target.plan : undefined, asked.plan)
  );
}

function isAny(value: string | undefined, asked: string | readonly string[] | undefined): boolean {
  return asked === undefined || (value !== undefined && [asked].flat().includes(value));
}
