import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import { negotiationStream } from '../../event-store/stream-names.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { KnownIds } from './known-ids.js';
import { LogWriteModel } from './log-write-model.js';
import { rawDateFaults } from './raw-dates.js';
import { rawReferences } from './raw-references.js';
import { evolveRegistry } from './registry.js';

/** Tells the unknown ids of a body, and its dates that cannot be, too where its form is at fault: all faults at once. */
@Injectable()
export class UnknownIdsInterceptor implements NestInterceptor<unknown, unknown> {
  constructor(
    private readonly known: KnownIds,
    private readonly log: LogWriteModel,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { params, body } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { n?: string } }>>();
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof Refusal) || error.code !== 'invalid-body' || params.n === undefined) return throwError(() => error);
        return from(this.withUnknownIds(error, params.n, body)).pipe(mergeMap((refusal) => throwError(() => refusal)));
      }),
    );
  }

  private async withUnknownIds(refusal: Refusal, negotiation: string, body: unknown): Promise<Refusal> {
    if (Array.isArray(body) || (await this.log.state(negotiationStream(negotiation), evolveRegistry)) === undefined) return refusal;
    const told = new Set(refusal.faults.map(({ pointer }) => pointer));
    const references = rawReferences(body).filter(({ pointer }) => !told.has(pointer));
    const unknown = await this.known.unknown(negotiation, references, this.log);
    const dates = (await rawDateFaults(body, negotiation, this.log)).filter(({ pointer }) => !told.has(pointer));
    return new Refusal(refusal.code, refusal.detail, [...refusal.faults, ...unknown, ...dates]);
  }
}
