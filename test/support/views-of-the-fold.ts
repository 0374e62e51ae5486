import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { foldIssue, type IssueState } from '../oracle/fold-issue.js';
import { foldIssues } from '../oracle/fold-issues.js';
import { foldMeetings } from '../oracle/fold-meetings.js';
import { foldNegotiation } from '../oracle/fold-negotiation.js';
import { foldPlans } from '../oracle/fold-plans.js';
import { foldRecord } from '../oracle/fold-record.js';
import { foldReports, type ReportItem, type ReportsAsked } from '../oracle/fold-reports.js';
import { foldStances } from '../oracle/fold-stances.js';
import type { Matrix } from '../../src/rules/matrix.js';
import type { InUrl } from './lists-asked.js';
import type { Views } from './views.js';

type Item = Record<string, unknown>;

/** A log, and what the reading side answers of it. */
export interface Compared {
  readonly views: Views;
  readonly log: readonly Recorded[];
  readonly negotiation: string;
  readonly issues: readonly string[];
}

/** Every view at a point is what a plain fold gives. */
export async function expectViewsOfTheFold(compared: Compared, at: At): Promise<void> {
  const { views, log, negotiation } = compared;
  await expectStatesOfTheFold(compared, at);
  expect((await views.issues(negotiation, at)).map(inShort)).toEqual(foldIssues(log, negotiation, at));
  expect(await views.meetings(negotiation, at)).toEqual(foldMeetings(log, negotiation, at));
  expect(await views.plans(negotiation, at)).toEqual(foldPlans(log, negotiation, at));
  await expectNegotiationOfTheFold(compared, at);
  await expectReportsOfTheFold(compared, at, {}, {});
}

/** The states of issues, their matrix and all stances at a point are what a plain fold gives. */
export async function expectStatesOfTheFold(compared: Compared, at: At): Promise<void> {
  const { views, log, negotiation, issues } = compared;
  const states = issues.map((issue) => foldIssue(log, negotiation, issue, at));
  for (const [i, issue] of issues.entries()) expect(await views.issue(negotiation, issue, at)).toEqual(states[i]);
  await expectMatrixOf(
    states.filter((state) => state !== null),
    compared,
    at,
  );
  expect(await views.stances(negotiation, at)).toEqual(foldStances(log, negotiation, at));
}

/** A list of reports, whole, with how each came to be recorded. @param asked the same for a URL and for the fold */
export async function expectReportsOfTheFold(
  { views, log, negotiation }: Compared,
  at: At,
  inUrl: InUrl,
  asked: ReportsAsked,
): Promise<void> {
  const folded = foldReports(log, negotiation, at, asked).map((report) => reportItem(log, negotiation, report, at));
  expect((await views.reports(negotiation, at, inUrl)).map(withNotes)).toEqual(folded);
}

export function inShort({ id, title, parent, convergence, stale }: Item): Item {
  return { id, title, parent, convergence, stale };
}

/** The matrix of some issues says of each what its state does. */
async function expectMatrixOf(states: readonly IssueState[], { views, negotiation }: Compared, at: At): Promise<void> {
  if (states.length === 0) return;
  const matrix = (await views.matrix(
    negotiation,
    states.map(({ id }) => id),
    at,
  )) as unknown as Matrix;
  const shown = matrix.issues.map((issue) => {
    const rows = matrix.rows.filter((row) => row.issue === issue.id);
    const { id, title, parent, convergence, coverage, stale, lastEvidence } = issue;
    const stances = rows.flatMap(({ proposition, text, cells }) =>
      cells.map(({ weight: _, contested: __, ...cell }) => ({ ...cell, target: { proposition, text, issue: id } })),
    );
    const targets = rows.filter(({ verdict }) => verdict !== null).map(({ issue: _, cells: __, ...target }) => target);
    return { id, title, parent, convergence, coverage, stale, lastEvidence, stances, targets };
  });
  expect(shown).toEqual(
    states.map(({ id, title, parent, convergence, coverage, stale, lastEvidence, stances, targets }) => {
      return { id, title, parent, convergence, coverage, stale, lastEvidence, stances, targets };
    }),
  );
  const parties = new Set(states.flatMap(({ stances }) => stances.map(({ party }) => party)));
  const principals = matrix.issues.flatMap((issue) => issue.principals);
  expect(new Set(matrix.columns.map(({ party }) => party))).toEqual(new Set([...principals, ...parties]));
}

async function expectNegotiationOfTheFold({ views, log, negotiation }: Compared, at: At): Promise<void> {
  const answer = await views.negotiation(negotiation, at);
  const folded = foldNegotiation(log, negotiation, at);
  if (answer === null || folded === null) {
    expect(answer).toBe(folded);
    return;
  }
  const { reports, latestReport, ...rest } = folded;
  expect(answer).toMatchObject({ ...rest, counts: { reports } });
  if (latestReport === null) expect(answer.latestReport).toBeNull();
  else expect(answer.latestReport).toMatchObject(latestReport);
}

function reportItem(log: readonly Recorded[], negotiation: string, { content, ...report }: ReportItem, at: At): Item {
  const { negotiation: _, ...told } = content;
  return { ...told, ...report, ...foldRecord(log, negotiation, report.id, at.recordedBy) };
}

/** Of its corrections the notes alone. */
function withNotes({ corrections, ...report }: Item): Item {
  return { ...report, corrections: (corrections as Item[]).map(({ note }) => note) };
}
