import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { LogRoots } from '../ports/log-roots.js';
import { Watchdog } from '../read-model/following/watchdog.js';
import { Answer, nextUrl, sentText, urlOf } from './answer.js';
import { tagOf, tagOfBytes } from './answer-tag.js';
import { csvOf, rowsOf, type Table } from './csv.js';
import { isCsvAsked } from './csv-asked.js';
import { logRootOf } from './log-root.js';
import { originOf } from './public-url.js';
import { type Present, RecentAnswers, type SentAnswer } from './recent-answers.js';
import { prepared, questionOf, tellAge } from './send-answer.js';
import { withoutPosters } from './without-posters.js';

const ONE_DAY_SECONDS = 86_400;

/** Gives a read its ETag, Content-Location, Cache-Control and, for a list, the next page; answers 304 where it is unchanged. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(
    private readonly watchdog: Watchdog,
    private readonly recent: RecentAnswers,
    private readonly roots: LogRoots,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    tellAge(reply, this.watchdog);
    const { present } = this.recent;
    return next.handle().pipe(mergeMap(async (result) => (result instanceof Answer ? this.send(result, present, request, reply) : result)));
  }

  private async send(
    answer: Answer,
    present: Present | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | undefined> {
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
