import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { ShownAge } from '../ports/shown-age.js';
import { Answer } from './answer.js';
import { AnswerSender } from './answer-sender.js';
import { RecentAnswers } from './recent-answers.js';
import { tellAge } from './send-answer.js';
import { Written } from './written.js';
import { WrittenSender } from './written-sender.js';

/** Sends what a route gives back: what was read, what was written, or as it is. One for all, since each costs every request. */
@Injectable()
export class ResultInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(
    private readonly age: ShownAge,
    private readonly recent: RecentAnswers,
    private readonly answers: AnswerSender,
    private readonly writes: WrittenSender,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    tellAge(reply, this.age);
    const { present } = this.recent;
    const sent = async (result: unknown): Promise<unknown> => {
      if (result instanceof Answer) return this.answers.send(result, present, request, reply);
      if (result instanceof Written) return this.writes.send(result, request, reply);
      return result;
    };
    return next.handle().pipe(mergeMap(sent));
  }
}
