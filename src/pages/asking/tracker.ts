import { Injectable } from '@nestjs/common';
import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import { ActivityQuery, type ActivityQuestion } from '../../queries/activity/activity.query.js';
import { ChangesQuery, type ChangesQuestion } from '../../queries/changes/changes.query.js';
import { EntriesQuery } from '../../queries/entries/entries.query.js';
import { IssueStateQuery } from '../../queries/issue-state/issue-state.query.js';
import { IssuesQuery } from '../../queries/issues/issues.query.js';
import { MeetingsQuery } from '../../queries/meetings/meetings.query.js';
import { NegotiationQuery, NegotiationsQuery } from '../../queries/negotiations/negotiations.query.js';
import { PlansQuery } from '../../queries/plans/plans.query.js';
import { type Client, type OneOfSteps, ReplayQuery, type ReplayQuestion } from '../../queries/replay/replay.query.js';
import { ReportHistoryQuery } from '../../queries/reports/report-history.query.js';
import { type ReportsOfEach, ReportsOfEachQuery } from '../../queries/reports/reports-of-each.query.js';
import { ReportsQuery, type ReportsQuestion } from '../../queries/reports/reports.query.js';
import { ExpiredStancesQuery } from '../../queries/stances/expired-stances.query.js';
import { StancesQuery, type StancesQuestion } from '../../queries/stances/stances.query.js';
import type { Actor } from '../../vocabulary/actor.js';
import type { Reader } from '../rendering/reader.js';
import { type AnswerCited, type Cited, CitedAnswers, type ItemsCited } from './cited-answers.js';
import type { Names } from './names.js';
import type { Sources } from './sources.js';
import type { DayOfActivity, Change, Step } from './change-shapes.js';
import type { Party, Person, Proposition, Source } from './entry-shapes.js';
import type { At, IssueBrief, IssueState, IssueTitle, Negotiation, NegotiationBrief } from './issue-shapes.js';
import type { Meeting, MeetingBrief } from './meeting-shapes.js';
import type { Plan } from './plan-shapes.js';
import type { Report, ReportVersion, Stated } from './report-shapes.js';
import type { ExpiredStance, Stance } from './stance-shapes.js';

/** Longest page of a list. */
const PAGE = '500';

/** Steps as lines, not as events of a stream that goes on. */
const ALL_AT_ONCE: Client = { takesEvents: false, lastEventId: undefined };

export interface Changes {
  readonly from: At | null;
  readonly to: At;
  readonly items: readonly Change[];
  /** Whether there are more than were asked for. */
  readonly hasMore: boolean;
}

/** What is asked of the queries, in the shapes in which they answer. One place says which query has which shape. */
@Injectable()
export class Tracker extends CitedAnswers {
  /** The first negotiations, as many as one page of a list holds, and how they are cited. @param open those that whoever asks may see; null: all */
  async negotiations(
    axes: AxesQuery,
    open: readonly string[] | null,
    reader: Reader,
  ): Promise<{ readonly at: At; readonly items: readonly NegotiationBrief[]; readonly cited: Cited }> {
    const query = new NegotiationsQuery({ ...axes, limit: PAGE }, open);
    const { body, cited } = await this.askCitedAt<{ readonly at: At; readonly items: NegotiationBrief[] }>(
      '/v1/negotiations',
      query,
      reader,
    );
    return { ...body, cited };
  }

  async negotiation(n: string, axes: AxesQuery): Promise<Negotiation> {
    return this.ask(new NegotiationQuery(n, axes));
  }

  async negotiationCited(n: string, axes: AxesQuery, reader: Reader): Promise<AnswerCited<Negotiation>> {
    return this.askCited(n, '', new NegotiationQuery(n, axes), reader);
  }

  async issueTitles(n: string, axes: AxesQuery): Promise<IssueTitle[]> {
    return this.all((cursor) => new IssuesQuery(n, { ...axes, limit: PAGE, cursor }, 'titled'));
  }

  /** @param isCounted whether the reports of each are counted, or only whether it has any */
  async issues(n: string, axes: AxesQuery, isCounted: boolean): Promise<IssueBrief[]> {
    const asked = (cursor: string | undefined) => new IssuesQuery(n, { ...axes, limit: PAGE, cursor }, isCounted ? 'counted' : 'brief');
    if (!isCounted) return this.all(asked);
    const counted = await this.all<IssueBrief & Required<Pick<IssueBrief, 'counts'>>>(asked);
    return counted.map((issue) => ({ ...issue, hasReports: issue.counts.reports > 0 }));
  }

  async issueState(n: string, issue: string, axes: AxesQuery): Promise<IssueState> {
    return this.ask(new IssueStateQuery(n, issue, axes));
  }

  async meetings(n: string, axes: AxesQuery): Promise<Meeting[]> {
    return this.all((cursor) => new MeetingsQuery(n, { ...axes, limit: PAGE, cursor }));
  }

  async meetingsCited(n: string, axes: AxesQuery, reader: Reader): Promise<ItemsCited<Meeting>> {
    return this.allCited(n, '/meetings', (cursor) => new MeetingsQuery(n, { ...axes, limit: PAGE, cursor }), reader);
  }

  /** The same without what reports tell beside status and date. */
  async meetingBriefs(n: string, axes: AxesQuery): Promise<MeetingBrief[]> {
    return this.all((cursor) => new MeetingsQuery(n, { ...axes, limit: PAGE, cursor }, true));
  }

  async sources(n: string, axes: AxesQuery): Promise<Source[]> {
    return this.all((cursor) => new EntriesQuery(n, 'source', { ...axes, limit: PAGE, cursor }));
  }

  /** Gets to know those of some sources that are not known yet. */
  async nameSources(sources: Sources, ids: readonly string[], n: string, axes: AxesQuery): Promise<void> {
    for (const source of await this.some<Source>(n, 'source', sources.unknown(ids), axes)) sources.know(source);
  }

  /** The first sources, as many as one page of a list holds, and how they are cited. */
  async sourcesCited(n: string, axes: AxesQuery, reader: Reader): Promise<ItemsCited<Source>> {
    const query = new EntriesQuery(n, 'source', { ...axes, limit: PAGE });
    const { body, cited } = await this.askCited<{ readonly items: readonly Source[] }>(n, '/sources', query, reader);
    return { items: body.items, cited };
  }

  async parties(n: string, axes: AxesQuery): Promise<Party[]> {
    return this.all((cursor) => new EntriesQuery(n, 'party', { ...axes, limit: PAGE, cursor }));
  }

  async partiesCited(n: string, axes: AxesQuery, reader: Reader): Promise<ItemsCited<Party>> {
    return this.allCited(n, '/parties', (cursor) => new EntriesQuery(n, 'party', { ...axes, limit: PAGE, cursor }), reader);
  }

  /** Gives names the persons among some actors. */
  async nameActors(names: Names, actors: readonly Actor[], n: string, axes: AxesQuery): Promise<void> {
    for (const person of await this.some<Person>(n, 'person', names.unknown(actors), axes)) names.know(person);
  }

  async propositionsOf(n: string, ids: readonly string[], axes: AxesQuery): Promise<Proposition[]> {
    return this.some(n, 'proposition', ids, axes);
  }

  /** The entries of some ids, as many as there are. */
  private async some<T extends Person | Source | Proposition>(
    n: string,
    kind: 'person' | 'source' | 'proposition',
    ids: readonly string[],
    axes: AxesQuery,
  ): Promise<T[]> {
    return ids.length === 0 ? [] : this.all((cursor) => new EntriesQuery(n, kind, { ...axes, cursor }, ids));
  }

  /** The reports of some ids that are visible, in the order given. */
  async reportsOf(n: string, ids: readonly string[], axes: AxesQuery): Promise<Report[]> {
    return ids.length === 0 ? [] : this.all((cursor) => new ReportsQuery(n, { ...axes, cursor }, ids));
  }

  async history(n: string, report: string, axes: AxesQuery): Promise<ReportVersion[]> {
    return this.all((cursor) => new ReportHistoryQuery(n, report, { ...axes, limit: PAGE, cursor }));
  }

  async historyCited(n: string, report: string, axes: AxesQuery, reader: Reader): Promise<ItemsCited<ReportVersion>> {
    const asked = (cursor: string | undefined) => new ReportHistoryQuery(n, report, { ...axes, cursor });
    return this.allCited(n, `/reports/${encodeURIComponent(report)}/history`, asked, reader);
  }

  /** The first reports that a question finds, and how they are cited. */
  async reportsCited(n: string, question: ReportsQuestion, reader: Reader): Promise<{ readonly reports: Report[]; readonly cited: Cited }> {
    const query = new ReportsQuery(n, { ...question, limit: PAGE });
    const { body, cited } = await this.askCited<{ readonly items: Report[] }>(n, '/reports', query, reader);
    return { reports: body.items, cited };
  }

  /** The first reports that a question finds, as many as one page of a list holds. */
  async reports(n: string, question: ReportsQuestion): Promise<Report[]> {
    const { items } = await this.ask<{ readonly items: Report[] }>(new ReportsQuery(n, { ...question, limit: PAGE }));
    return items;
  }

  /** The same for each of some values of a filter: their ids alone. */
  async reportsOfEach(
    n: string,
    question: ReportsQuestion,
    filter: ReportsOfEachQuery['filter'],
    values: readonly string[],
  ): Promise<ReportsOfEach> {
    return this.queries.execute(new ReportsOfEachQuery(n, { ...question, limit: PAGE }, filter, values));
  }

  /** All that was ever said on a cell, in the order in which it came out. */
  async said(n: string, party: string, proposition: string, axes: AxesQuery): Promise<Stated[]> {
    return this.all((cursor) => new ReportsQuery(n, { ...axes, party, proposition, axis: 'published', limit: PAGE, cursor }));
  }

  async stances(n: string, question: StancesQuestion): Promise<Stance[]> {
    return this.all((cursor) => new StancesQuery(n, { ...question, limit: PAGE, cursor }));
  }

  async stancesCited(n: string, question: StancesQuestion, reader: Reader): Promise<ItemsCited<Stance>> {
    return this.allCited(n, '/stances', (cursor) => new StancesQuery(n, { ...question, limit: PAGE, cursor }), reader);
  }

  /** What was once held on the propositions of an issue where nothing is held any more. */
  async expired(n: string, issue: string, axes: AxesQuery): Promise<ExpiredStance[]> {
    return this.all((cursor) => new ExpiredStancesQuery(n, { ...axes, issue, limit: PAGE, cursor }));
  }

  async plansCited(n: string, axes: AxesQuery, reader: Reader): Promise<ItemsCited<Plan>> {
    return this.allCited(n, '/plans', (cursor) => new PlansQuery(n, { ...axes, limit: PAGE, cursor }), reader);
  }

  async persons(n: string, axes: AxesQuery): Promise<Person[]> {
    return this.all((cursor) => new EntriesQuery(n, 'person', { ...axes, limit: PAGE, cursor }));
  }

  /** What changed on a way, and where it begins and ends. */
  async changes(n: string, question: ChangesQuestion): Promise<Omit<Changes, 'hasMore'>> {
    return this.ask(new ChangesQuery(n, question));
  }

  /** The same, and how it is cited. */
  async changesCited(n: string, question: ChangesQuestion, reader: Reader): Promise<{ readonly changes: Changes; readonly cited: Cited }> {
    const query = new ChangesQuery(n, question);
    const { body, nextCursor, cited } = await this.askCited<Omit<Changes, 'hasMore'>>(n, '/changes', query, reader);
    return { changes: { ...body, hasMore: nextCursor !== undefined }, cited };
  }

  async activity(n: string, question: ActivityQuestion): Promise<readonly DayOfActivity[]> {
    return (await this.ask<{ readonly items: readonly DayOfActivity[] }>(new ActivityQuery(n, question))).items;
  }

  /** One step of a way, the last one where there are fewer, and how many there are, up to the most that are counted. */
  async step(n: string, question: ReplayQuestion, only: OneOfSteps): Promise<{ readonly count: number; readonly step: Step | null }> {
    const { body } = await this.queries.execute(new ReplayQuery(n, question, ALL_AT_ONCE, only));
    let text = '';
    if (body !== null) for await (const chunk of body) text += chunk;
    return JSON.parse(text) as { readonly count: number; readonly step: Step | null };
  }

  /** The steps of a way, the first ones of very many. */
  async steps(n: string, question: ReplayQuestion, most: number): Promise<Step[]> {
    const { body } = await this.queries.execute(new ReplayQuery(n, question, ALL_AT_ONCE));
    const steps: Step[] = [];
    if (body === null) return steps;
    let rest = '';
    for await (const chunk of body) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      steps.push(...lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Step));
      // Leaving the loop stops what makes the steps.
      if (steps.length >= most) break;
    }
    return steps.slice(0, most);
  }
}
