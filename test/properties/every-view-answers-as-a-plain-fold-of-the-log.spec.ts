import fc from 'fast-check';
import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { foldBlockers } from '../oracle/fold-blockers.js';
import { foldIssue } from '../oracle/fold-issue.js';
import { foldIssues } from '../oracle/fold-issues.js';
import { foldMeetings } from '../oracle/fold-meetings.js';
import { foldPlans } from '../oracle/fold-plans.js';
import { foldReports } from '../oracle/fold-reports.js';
import { foldStances } from '../oracle/fold-stances.js';
import { historyAndInstants } from '../support/histories.js';
import { ISSUES, NEGOTIATION, PARTIES, PROPOSITIONS } from '../support/histories-universe.js';
import { IndexedLog } from '../support/indexed-log.js';
import { Views } from '../support/views.js';

const HISTORIES = 2_000;
const INSTANTS = 3;
const TIME_LIMIT_MS = 600_000;

/** Every view of the reading side at a point, and the same by a plain fold. */
async function expectSame(views: Views, log: readonly Recorded[], at: At): Promise<void> {
  for (const issue of ISSUES) {
    expect(await views.issue(NEGOTIATION, issue, at)).toEqual(foldIssue(log, NEGOTIATION, issue, at));
  }
  const issues = (await views.issues(NEGOTIATION, at)) as { id: string }[];
  const inShort = issues.map(({ id, ...rest }) => ({ id, ...rest, degraded: undefined, counts: undefined }));
  expect(inShort.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(foldIssues(log, NEGOTIATION, at));
  expect(await views.stances(NEGOTIATION, at)).toEqual(foldStances(log, NEGOTIATION, at));
  expect(await views.meetings(NEGOTIATION, at)).toEqual(foldMeetings(log, NEGOTIATION, at));
  expect(await views.plans(NEGOTIATION, at)).toEqual(foldPlans(log, NEGOTIATION, at));
  expect((await views.blockers(NEGOTIATION, at)) ?? []).toEqual(foldBlockers(log, NEGOTIATION, at));
  const reports = await views.reports(NEGOTIATION, at);
  const seen = reports.map(({ id, certainty, uncertain, type, summary }) => ({ id, certainty, uncertain, type, summary }));
  const folded = (
    foldReports(log, NEGOTIATION, at) as { id: string; certainty: string; uncertain: string[]; content: Recorded['event'] }[]
  ).map(({ content, ...rest }) => ({ ...rest, type: content.type, summary: (content as { summary: string }).summary }));
  expect(seen).toEqual(folded);
}

describe('every view', () => {
  it(
    'answers as a plain fold of the log does, on all three axes, certain and any',
    async () => {
      await fc.assert(
        fc.asyncProperty(historyAndInstants({ instants: INSTANTS }), async ({ log, instants }) => {
          using indexed = new IndexedLog(log);
          const views = new Views(indexed.readModel);
          for (const at of instants) await expectSame(views, log, at);
        }),
        { numRuns: HISTORIES },
      );
    },
    TIME_LIMIT_MS,
  );

  it(
    'filters stances as a filter of the fold does',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          historyAndInstants({ instants: 1 }),
          fc.constantFrom(...PARTIES),
          fc.constantFrom(...PROPOSITIONS),
          fc.constantFrom(...ISSUES),
          async ({ log, instants }, party, proposition, issue) => {
            using indexed = new IndexedLog(log);
            const views = new Views(indexed.readModel);
            for (const at of instants) {
              const all = foldStances(log, NEGOTIATION, at) as { party: string; target: { proposition?: string; issue?: string } }[];
              expect(await views.stances(NEGOTIATION, at, { party })).toEqual(all.filter((stance) => stance.party === party));
              expect(await views.stances(NEGOTIATION, at, { proposition })).toEqual(
                all.filter(({ target }) => target.proposition === proposition),
              );
              expect(await views.stances(NEGOTIATION, at, { issue })).toEqual(all.filter(({ target }) => target.issue === issue));
            }
          },
        ),
        { numRuns: 200 },
      );
    },
    TIME_LIMIT_MS,
  );
});
