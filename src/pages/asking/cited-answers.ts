import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import { type Answer, sentText, urlOf } from '../../http/answer.js';
import { logRootOf } from '../../http/log-root.js';
import { withoutPosters } from '../../http/without-posters.js';
import { LogRoots } from '../../ports/log-roots.js';
import type { Reader } from '../rendering/reader.js';

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
  /** Where the list goes on; undefined behind its end. */
  readonly nextCursor: string | undefined;
  readonly cited: Cited;
}

/** All that a page shows of a list. */
export interface ItemsCited<T> {
  readonly items: readonly T[];
  readonly cited: Cited;
}

interface List<T> {
  readonly items: readonly T[];
}

/** The question of the page of a list behind a cursor, or of the first one. */
type PageAfter = (cursor: string | undefined) => Query<Answer>;

/** The answers of the queries: one, all pages of a list, or one with how it is cited. */
@Injectable()
export class CitedAnswers {
  constructor(
    protected readonly queries: QueryBus,
    private readonly roots: LogRoots,
  ) {}

  /** An answer, where the API gives it for ever, and what it is known by. @param path of the API below the negotiation */
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
    return { body: answer.body as T, nextCursor: answer.nextCursor ?? undefined, cited };
  }

  async ask<T>(query: Query<Answer>): Promise<T> {
    const answer: Answer = await this.queries.execute(query);
    return answer.body as T;
  }

  /** The items of all pages of a list, up to the most that a page shows. */
  protected async all<T>(query: PageAfter): Promise<T[]> {
    const answer: Answer = await this.queries.execute(query(undefined));
    return this.from(answer.body as List<T>, answer.nextCursor ?? undefined, query);
  }

  /** The same, and how its first page is cited: it is asked for once. @param path of the API below the negotiation */
  async allCited<T>(n: string, path: string, query: PageAfter, reader: Reader): Promise<ItemsCited<T>> {
    const { body, nextCursor, cited } = await this.askCited<List<T>>(n, path, query(undefined), reader);
    return { items: await this.from(body, nextCursor, query), cited };
  }

  private async from<T>({ items: first }: List<T>, next: string | undefined, query: PageAfter): Promise<T[]> {
    const items = [...first];
    for (let cursor = next; cursor !== undefined && items.length < MOST;) {
      const answer: Answer = await this.queries.execute(query(cursor));
      items.push(...(answer.body as List<T>).items);
      cursor = answer.nextCursor ?? undefined;
    }
    return items;
  }
}
