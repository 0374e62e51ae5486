import type { Answer } from '../../src/http/answer.js';
import { Clock } from '../../src/ports/clock.js';
import { Asking } from '../../src/queries/asking/asking.js';
import { axesOf } from '../../src/queries/asking/at-view.js';
import type { AxesQuery } from '../../src/queries/asking/axes.schema.js';
import { ChangesHandler, ChangesQuery, type ChangesQuestion } from '../../src/queries/changes/changes.query.js';
import { EntriesHandler, EntriesQuery, type ListedKind } from '../../src/queries/entries/entries.query.js';
import { IssueStateHandler, IssueStateQuery } from '../../src/queries/issue-state/issue-state.query.js';
import { IssuesHandler, IssuesQuery } from '../../src/queries/issues/issues.query.js';
import { MatrixHandler, MatrixQuery } from '../../src/queries/matrix/matrix.query.js';
import { MeetingsHandler, MeetingsQuery } from '../../src/queries/meetings/meetings.query.js';
import {
  NegotiationHandler,
  NegotiationQuery,
  NegotiationsHandler,
  NegotiationsQuery,
} from '../../src/queries/negotiations/negotiations.query.js';
import { PlansHandler, PlansQuery } from '../../src/queries/plans/plans.query.js';
import { ReportsHandler, ReportsQuery } from '../../src/queries/reports/reports.query.js';
import { SearchHandler, SearchQuery, type SearchQuestion } from '../../src/queries/search/search.query.js';
import { ExpiredStancesHandler, ExpiredStancesQuery } from '../../src/queries/stances/expired-stances.query.js';
import { StancesHandler, StancesQuery } from '../../src/queries/stances/stances.query.js';
import type { ReadModel } from '../../src/read-model/read-model.js';
import type { At } from '../../src/vocabulary/axes.js';
import { Refusal } from '../../src/vocabulary/refusal.js';
import type { InUrl } from './lists-asked.js';

const ALL_ON_ONE_PAGE = '500';

/** Parameters of a question beside the axes, as a URL has them. */
type Asked = InUrl;
type Item = Record<string, unknown>;

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

  async matrix(negotiation: string, issue: readonly string[], at: At): Promise<Item> {
    const answer = await new MatrixHandler(this.asking).execute(new MatrixQuery(negotiation, { ...query(at), issue: [...issue] }));
    return bodyOf(answer) as Item;
  }

  async issues(negotiation: string, at: At, asked: Asked = {}): Promise<Item[]> {
    return this.items((query) => new IssuesHandler(this.asking).execute(new IssuesQuery(negotiation, query)), at, asked);
  }

  async stances(negotiation: string, at: At, asked: Asked = {}): Promise<Item[]> {
    return this.items((query) => new StancesHandler(this.asking).execute(new StancesQuery(negotiation, query)), at, asked);
  }

  async expiredStances(negotiation: string, at: At, asked: Asked = {}): Promise<Item[]> {
    return this.items((query) => new ExpiredStancesHandler(this.asking).execute(new ExpiredStancesQuery(negotiation, query)), at, asked);
  }

  async search(negotiation: string, at: At, asked: Asked & { readonly q: string }): Promise<Item[]> {
    return this.items(
      (query) => new SearchHandler(this.asking).execute(new SearchQuery(negotiation, { ...query, ...asked } as SearchQuestion)),
      at,
      {},
    );
  }

  async meetings(negotiation: string, at: At, asked: Asked = {}): Promise<Item[]> {
    return this.items((query) => new MeetingsHandler(this.asking).execute(new MeetingsQuery(negotiation, query)), at, asked);
  }

  async plans(negotiation: string, at: At, asked: Asked = {}): Promise<Item[]> {
    return this.items((query) => new PlansHandler(this.asking).execute(new PlansQuery(negotiation, query)), at, asked);
  }

  async reports(negotiation: string, at: At, asked: Asked = {}): Promise<Item[]> {
    return this.items((query) => new ReportsHandler(this.asking).execute(new ReportsQuery(negotiation, query)), at, asked);
  }

  async entries(negotiation: string, kind: ListedKind, at: At, asked: Asked = {}): Promise<Item[]> {
    return this.items((query) => new EntriesHandler(this.asking).execute(new EntriesQuery(negotiation, kind, query)), at, asked);
  }

  /** All negotiations in short. */
  async negotiations(at: At, asked: Asked = {}): Promise<Item[]> {
    return this.items((query) => new NegotiationsHandler(this.asking).execute(new NegotiationsQuery(query)), at, asked);
  }

  /** A negotiation as a whole; null where it is not recorded by then. */
  async negotiation(negotiation: string, at: At): Promise<Item | null> {
    const answer = await found(new NegotiationHandler(this.asking).execute(new NegotiationQuery(negotiation, query(at))));
    return answer && (bodyOf(answer) as Item);
  }

  async blockers(negotiation: string, at: At): Promise<unknown> {
    return (await this.negotiation(negotiation, at))?.blockers ?? null;
  }

  /** All changes; with `limit`, page by page. */
  async changes(negotiation: string, asked: ChangesQuestion): Promise<Item[]> {
    return this.pages((cursor) => new ChangesHandler(this.asking).execute(new ChangesQuery(negotiation, { ...asked, cursor })));
  }

  /** All items of a list; with `limit`, page by page. */
  private async items(ask: (query: AxesQuery & Asked & object) => Promise<Answer>, at: At, asked: Asked): Promise<Item[]> {
    return this.pages((cursor) => ask({ ...query(at), limit: ALL_ON_ONE_PAGE, ...asked, cursor }));
  }

  private async pages(ask: (cursor: string | undefined) => Promise<Answer>): Promise<Item[]> {
    const all: Item[] = [];
    for (let cursor: string | undefined; ;) {
      const answer = await found(ask(cursor));
      if (answer === null) return all;
      all.push(...(plain(answer.body) as { items: Item[] }).items);
      if (answer.nextCursor == null) return all;
      cursor = answer.nextCursor;
    }
  }
}

/** The axes of a point as a query. */
export function query(at: At): AxesQuery {
  return axesOf(at) as AxesQuery;
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
