import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LogRoots } from '../ports/log-roots.js';
import { type Answer, nextUrl, sentText, urlOf } from './answer.js';
import { tagOf, tagOfBytes } from './answer-tag.js';
import { csvOf, rowsOf, type Table } from './csv.js';
import { isCsvAsked } from './csv-asked.js';
import { logRootOf } from './log-root.js';
import { originOf } from './public-url.js';
import { type Present, RecentAnswers, type SentAnswer } from './recent-answers.js';
import { prepared, questionOf } from './send-answer.js';
import { withoutPosters } from './without-posters.js';

const ONE_DAY_SECONDS = 86_400;

/** Gives a read its ETag, Content-Location, Cache-Control and, for a list, the next page; answers 304 where it is unchanged. */
@Injectable()
export class AnswerSender {
  constructor(
    private readonly recent: RecentAnswers,
    private readonly roots: LogRoots,
  ) {}

  /** @param present what the read model stood at when the answer was asked for */
  async send(answer: Answer, present: Present | undefined, request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
    const sent = sentAnswer(answer, request, await logRootOf(answer, this.roots));
    if (request.method === 'GET') this.recent.keep(questionOf(request), sent, present);
    return prepared(sent, request, reply);
  }
}

function sentAnswer(answer: Answer, request: FastifyRequest, root: string | undefined): SentAnswer {
  const isCsv = isCsvAsked(request);
  const path = `${originOf(request)}${request.url.split('?', 1)[0] ?? ''}${isCsv ? '.csv' : ''}`;
  const next = nextUrl(path, answer);
  const whole = sentText(path, answer);
  const json = request.seesPosters ? whole : withoutPosters(whole);
  const text = isCsv ? csvOf(rowsOf(JSON.parse(json) as Table)) : json;
  const isFixed = fixesDAndR(request.query as Record<string, string>);
  return {
    text,
    etag: isCsv ? tagOfBytes(text) : tagOf(answer, request.seesPosters ? answer.text : withoutPosters(answer.text)),
    headers: {
      'content-type': isCsv ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
      'content-location': urlOf(path, answer.query),
      'cache-control': isFixed ? `public, max-age=${String(ONE_DAY_SECONDS)}` : 'no-cache',
      ...(root !== undefined && { 'log-root': root }),
      ...(next !== null && { link: `<${next}>; rel="next"` }),
    },
    isFixed,
  };
}

/** What fixes D and R never changes again; all else may with the next report or the next day. */
function fixesDAndR({ asOf, on, recordedBy }: Record<string, string | undefined>): boolean {
  return (asOf ?? on) !== undefined && recordedBy?.startsWith('@') === true;
}
