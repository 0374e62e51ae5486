import { Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import type { Answer } from '../../http/answer.js';
import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import { EntriesQuery, EntryQuery } from '../../queries/entries/entries.query.js';
import { IssueStateQuery } from '../../queries/issue-state/issue-state.query.js';
import { IssuesQuery } from '../../queries/issues/issues.query.js';
import { MeetingsQuery } from '../../queries/meetings/meetings.query.js';
import { NegotiationQuery, NegotiationsQuery } from '../../queries/negotiations/negotiations.query.js';
import { ReportHistoryQuery } from '../../queries/reports/report-history.query.js';
import { ReportQuery } from '../../queries/reports/report.query.js';
import { ReportsQuery, type ReportsQuestion } from '../../queries/reports/reports.query.js';
import type { Actor } from '../../vocabulary/actor.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { Names } from './names.js';
import type {
  IssueBrief,
  IssueState,
  Meeting,
  Negotiation,
  NegotiationBrief,
  Party,
  Person,
  Report,
  ReportVersion,
  Source,
} from './shapes.js';

/** Longest page of a list. */
const PAGE = '500';
/** Items of a list that a page shows at all; behind them it says that there are more. */
const MOST = 2_000;

/** What is asked of the queries, in the shapes in which they answer. One place says which query has which shape. */
@Injectable()
export class Tracker {
  constructor(private readonly queries: QueryBus) {}

  async negotiations(): Promise<NegotiationBrief[]> {
    return this.all((cursor) => new NegotiationsQuery({ limit: PAGE, cursor }));
  }

  async negotiation(n: string, axes: AxesQuery): Promise<Negotiation> {
    return this.ask(new NegotiationQuery(n, axes));
  }

  async issues(n: string, axes: AxesQuery): Promise<IssueBrief[]> {
    return this.all((cursor) => new IssuesQuery(n, { ...axes, limit: PAGE, cursor }));
  }

  async issueState(n: string, issue: string, axes: AxesQuery): Promise<IssueState> {
    return this.ask(new IssueStateQuery(n, issue, axes));
  }

  async meetings(n: string, axes: AxesQuery): Promise<Meeting[]> {
    return this.all((cursor) => new MeetingsQuery(n, { ...axes, limit: PAGE, cursor }));
  }

  async sources(n: string, axes: AxesQuery): Promise<Source[]> {
    return this.all((cursor) => new EntriesQuery(n, 'source', { ...axes, limit: PAGE, cursor }));
  }

  async names(n: string, axes: AxesQuery): Promise<Names> {
    const parties = await this.all<Party>((cursor) => new EntriesQuery(n, 'party', { ...axes, limit: PAGE, cursor }));
    return new Names(new Map(parties.map((party) => [party.id, party])));
  }

  /** Gives names the persons among some actors. */
  async nameActors(names: Names, actors: readonly Actor[], n: string, axes: AxesQuery): Promise<void> {
    const persons = await Promise.all(
      names.unknown(actors).map((id) => this.unlessUnknown(this.ask<Person>(new EntryQuery(n, 'person', id, axes)))),
    );
    for (const person of persons) if (person !== undefined) names.know(person);
  }

  async report(n: string, report: string, axes: AxesQuery): Promise<Report> {
    return this.ask(new ReportQuery(n, report, axes));
  }

  /** The reports of some ids that are visible, in the order given. */
  async reportsOf(n: string, ids: readonly string[], axes: AxesQuery): Promise<Report[]> {
    const found = await Promise.all(ids.map((id) => this.unlessUnknown(this.report(n, id, axes))));
    return found.filter((report) => report !== undefined);
  }

  async history(n: string, report: string, axes: AxesQuery): Promise<ReportVersion[]> {
    const { items } = await this.ask<{ readonly items: ReportVersion[] }>(new ReportHistoryQuery(n, report, axes));
    return items;
  }

  /** The first reports that a question finds, as many as one page of a list holds. */
  async reports(n: string, question: ReportsQuestion): Promise<Report[]> {
    const { items } = await this.ask<{ readonly items: Report[] }>(new ReportsQuery(n, { ...question, limit: PAGE }));
    return items;
  }

  async ask<T>(query: Query<Answer>): Promise<T> {
    const answer: Answer = await this.queries.execute(query);
    return answer.body as T;
  }

  /** The items of all pages of a list, up to the most that a page shows. */
  private async all<T>(query: (cursor: string | undefined) => Query<Answer>): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const answer: Answer = await this.queries.execute(query(cursor));
      items.push(...(answer.body as { readonly items: readonly T[] }).items);
      cursor = answer.nextCursor ?? undefined;
    } while (cursor !== undefined && items.length < MOST);
    return items;
  }

  private async unlessUnknown<T>(asked: Promise<T>): Promise<T | undefined> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Refusal && (error.code === 'not-found' || error.code === 'not-visible')) return undefined;
      throw error;
    }
  }
}
