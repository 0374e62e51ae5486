import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Watchdog } from '../read-model/watchdog.js';
import { Answer, urlOf } from './answer.js';

const ONE_DAY_SECONDS = 86_400;

/** Gives a read its ETag, Content-Location, Cache-Control and, for a list, the next page; answers 304 where it is unchanged. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(private readonly watchdog: Watchdog) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    this.tellAge(reply);
    return next.handle().pipe(map((result) => (result instanceof Answer ? send(result, request, reply) : result)));
  }

  /** While the log is away, or this node lags behind it, answers say for how long. */
  private tellAge(reply: FastifyReply): void {
    const { ageSeconds } = this.watchdog;
    if (ageSeconds !== 0) void reply.header('read-model-age', ageSeconds === null ? 'unknown' : String(ageSeconds));
  }
}

function send(answer: Answer, request: FastifyRequest, reply: FastifyReply): string {
  const path = request.url.split('?', 1)[0] ?? '';
  const { cursor: _, ...question } = answer.query;
  const next = answer.nextCursor == null ? null : urlOf(path, { ...question, cursor: answer.nextCursor });
  const text = JSON.stringify(answer.nextCursor === undefined ? answer.body : { ...answer.body, next });
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  void reply.header('etag', etag).header('content-location', urlOf(path, answer.query));
  void reply.header('cache-control', cacheControl(request.query as Record<string, string>));
  if (next !== null) void reply.header('link', `<${next}>; rel="next"`);
  if (matches(request.headers['if-none-match'], etag)) {
    void reply.code(304);
    return '';
  }
  void reply.header('content-type', 'application/json; charset=utf-8');
  return text;
}

/** What fixes D and R never changes again; all else may with the next report or the next day. */
function cacheControl({ asOf, on, recordedBy }: Record<string, string | undefined>): string {
  const isFixed = (asOf ?? on) !== undefined && recordedBy?.startsWith('@');
  return isFixed ? `public, max-age=${String(ONE_DAY_SECONDS)}` : 'no-cache';
}

/** If-None-Match compares weakly: a proxy may have weakened the tag. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
