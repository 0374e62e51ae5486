import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import { type Answer, sentText, urlOf } from '../../http/answer.js';
import { logRootOf } from '../../http/log-root.js';
import { withoutPosters } from '../../http/without-posters.js';
import { LogRoots } from '../../ports/log-roots.js';
import { Refusal } from '../../vocabulary/refusal.js';
import type { Reader } from '../rendering/reader.js';

/** What is not there, or not there yet. */
const UNKNOWN: readonly Refusal['code'][] = ['not-found', 'not-visible'];

/** Items of a list that a page shows at all; behind them it says that there are more. */
const MOST = 2_000;

/** An answer that can be cited. */
export interface Cited {
  readonly api: string;
  /** Of the body that the API gives, in hexadecimal digits. */
  readonly sha256: string;
  /** The position and the root of the log up to there, as the API quotes them; undefined where they are not known just now. */
  readonly logRoot: string | undefined;
}

/** The same with the answer. */
export interface AnswerCited<T> {
  readonly body: T;
  /** Whether the list goes on behind it. */
  readonly hasMore: boolean;
  readonly cited: Cited;
}

/** The answers of the queries: one, all pages of a list, or one with how it is cited. */
@Injectable()
export class CitedAnswers {
  constructor(
    protected readonly queries: QueryBus,
    private readonly roots: LogRoots,
  ) {}

  /** Where the API gives an answer for ever, and what it is known by. @param path of the API below the negotiation */
  async cited(n: string, path: string, query: Query<Answer>, reader: Reader): Promise<Cited> {
    return (await this.askCited(n, path, query, reader)).cited;
  }

  /** The same with the answer: what a page shows and cites is worked out once. */
  async askCited<T>(n: string, path: string, query: Query<Answer>, reader: Reader): Promise<AnswerCited<T>> {
    return this.askCitedAt(`/v1/negotiations/${encodeURIComponent(n)}${path}`, query, reader);
  }

  /** @param path of the API */
  protected async askCitedAt<T>(path: string, query: Query<Answer>, { told, seesPosters }: Reader): Promise<AnswerCited<T>> {
    const answer: Answer = await this.queries.execute(query);
    const url = told + path;
    const whole = sentText(url, answer);
    const text = seesPosters ? whole : withoutPosters(whole);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const cited = { api: urlOf(url, answer.query), sha256, logRoot: await logRootOf(answer, this.roots) };
    return { body: answer.body as T, hasMore: answer.nextCursor != null, cited };
  }

  async ask<T>(query: Query<Answer>): Promise<T> {
    const answer: Answer = await this.queries.execute(query);
    return answer.body as T;
  }

  /** The items of all pages of a list, up to the most that a page shows. */
  protected async all<T>(query: (cursor: string | undefined) => Query<Answer>): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const answer: Answer = await this.queries.execute(query(cursor));
      items.push(...(answer.body as { readonly items: readonly T[] }).items);
      cursor = answer.nextCursor ?? undefined;
    } while (cursor !== undefined && items.length < MOST);
    return items;
  }

  /** @returns undefined where what is asked for is not there, or not there yet */
  protected async unlessUnknown<T>(asked: Promise<T>): Promise<T | undefined> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Refusal && UNKNOWN.includes(error.code)) return undefined;
      throw error;
    }
  }
}
