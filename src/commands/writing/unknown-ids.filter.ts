import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { negotiationStream } from '../../event-store/stream-names.js';
import { ProblemFilter } from '../../http/problem-filter.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { KnownIds } from './known-ids.js';
import { LogWriteModel } from './log-write-model.js';
import { rawDateFaults } from './raw-dates.js';
import { rawReferences } from './raw-references.js';
import { evolveRegistry } from './registry.js';

/** Tells the unknown ids of a body, and its dates that cannot be, too where its form is at fault: all faults at once. */
@Catch(Refusal)
export class UnknownIdsFilter implements ExceptionFilter<Refusal> {
  private readonly problems = new ProblemFilter();

  constructor(
    private readonly known: KnownIds,
    private readonly log: LogWriteModel,
  ) {}

  async catch(refusal: Refusal, host: ArgumentsHost): Promise<void> {
    this.problems.catch(await this.whole(refusal, host).catch((error: unknown) => error), host);
  }

  private async whole(refusal: Refusal, host: ArgumentsHost): Promise<Refusal> {
    const { params, body } = host.switchToHttp().getRequest<FastifyRequest<{ Params: { n?: string } }>>();
    if (refusal.code !== 'invalid-body' || params.n === undefined) return refusal;
    return this.withUnknownIds(refusal, params.n, body);
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
