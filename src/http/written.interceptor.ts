import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable, of } from 'rxjs';
import { ShownPosition } from '../ports/shown-position.js';
import { originOf } from './public-url.js';
import { Written } from './written.js';

/** Answers a write after it is durable, and says whether this node's queries show it. */
@Injectable()
export class WrittenInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(private readonly shown: ShownPosition) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const origin = originOf(http.getRequest<FastifyRequest>());
    return next.handle().pipe(mergeMap((result) => (result instanceof Written ? this.send(result, origin, reply) : of(result))));
  }

  private async send({ receipt, location, appends }: Written, origin: string, reply: FastifyReply): Promise<object> {
    const projected = await this.shown.shows(receipt.position);
    const isNew = receipt.outcome === 'created' || (appends && receipt.outcome === 'changed');
    void reply.code(isNew ? 201 : 200).header('etag', `"${String(receipt.revision)}"`);
    if (isNew) void reply.header('location', `${origin}${location}`);
    const { id, outcome, recordedAt, hiddenBy = [], warnings = [] } = receipt;
    const where = { position: String(receipt.position), recordedAt, revision: String(receipt.revision), projected };
    return { id, outcome, ...where, ...(hiddenBy.length > 0 && { hiddenBy }), ...(warnings.length > 0 && { warnings }) };
  }
}
