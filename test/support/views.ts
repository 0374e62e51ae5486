import type { Answer } from '../../src/http/answer.js';
import { Clock } from '../../src/ports/clock.js';
import { Asking } from '../../src/queries/asking/asking.js';
import { axesOf } from '../../src/queries/asking/at-view.js';
import type { AxesQuery } from '../../src/queries/asking/axes.schema.js';
import { IssueStateHandler, IssueStateQuery } from '../../src/queries/issue-state/issue-state.query.js';
import { IssuesHandler, IssuesQuery } from '../../src/queries/issues/issues.query.js';
import { MeetingsHandler, MeetingsQuery } from '../../src/queries/meetings/meetings.query.js';
import { NegotiationHandler, NegotiationQuery } from '../../src/queries/negotiations/negotiations.query.js';
import { PlansHandler, PlansQuery } from '../../src/queries/plans/plans.query.js';
import { ReportsHandler, ReportsQuery } from '../../src/queries/reports/reports.query.js';
import { StancesHandler, StancesQuery } from '../../src/queries/stances/stances.query.js';
import type { ReadModel } from '../../src/read-model/read-model.js';
import type { At } from '../../src/vocabulary/axes.js';
import { Refusal } from '../../src/vocabulary/refusal.js';

const ALL_ON_ONE_PAGE = '500';

class NoClock extends Clock {
  now(): number {
    return 0;
  }
}

/** Asks the slices of the reading side what the HTTP routes ask them. */
export class Views {
  private readonly asking: Asking;

  constructor(readModel: ReadModel) {
    this.asking = new Asking(readModel, new NoClock());
  }

  async issue(negotiation: string, issue: string, at: At): Promise<unknown> {
    const answer = await found(new IssueStateHandler(this.asking).execute(new IssueStateQuery(negotiation, issue, query(at))));
    return answer && bodyOf(answer, 'degraded');
  }

  async issues(negotiation: string, at: At): Promise<unknown[]> {
    return items(new IssuesHandler(this.asking).execute(new IssuesQuery(negotiation, onePage(at))));
  }

  async stances(negotiation: string, at: At, filter: Record<string, string> = {}): Promise<unknown[]> {
    return items(new StancesHandler(this.asking).execute(new StancesQuery(negotiation, { ...onePage(at), ...filter })));
  }

  async meetings(negotiation: string, at: At): Promise<unknown[]> {
    return items(new MeetingsHandler(this.asking).execute(new MeetingsQuery(negotiation, onePage(at))));
  }

  async plans(negotiation: string, at: At): Promise<unknown[]> {
    return items(new PlansHandler(this.asking).execute(new PlansQuery(negotiation, onePage(at))));
  }

  async reports(negotiation: string, at: At): Promise<Record<string, unknown>[]> {
    return items(new ReportsHandler(this.asking).execute(new ReportsQuery(negotiation, onePage(at))));
  }

  async blockers(negotiation: string, at: At): Promise<unknown> {
    const answer = await found(new NegotiationHandler(this.asking).execute(new NegotiationQuery(negotiation, query(at))));
    return answer && (answer.body as { blockers: unknown }).blockers;
  }
}

/** The axes of a point as a query. */
export function query(at: At): AxesQuery {
  return axesOf(at) as AxesQuery;
}

function onePage(at: At): AxesQuery & { limit: string } {
  return { ...query(at), limit: ALL_ON_ONE_PAGE };
}

async function items(answer: Promise<Answer>): Promise<Record<string, unknown>[]> {
  const list = await found(answer);
  return list ? (plain(list.body) as { items: Record<string, unknown>[] }).items : [];
}

function bodyOf(answer: Answer, ...without: string[]): unknown {
  const left = ['at', ...without];
  return Object.fromEntries(Object.entries(plain(answer.body) as object).filter(([key]) => !left.includes(key)));
}

/** As a client sees it. */
function plain(body: object): unknown {
  return JSON.parse(JSON.stringify(body)) as unknown;
}

/** null where the thing is not recorded by then. */
async function found(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  }
}
