import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShownPosition } from '../ports/shown-position.js';
import { originOf } from './public-url.js';
import type { Written } from './written.js';

/** Answers a write after it is durable, and says whether this node's queries show it. */
@Injectable()
export class WrittenSender {
  constructor(private readonly shown: ShownPosition) {}

  async send({ receipt, location, appends }: Written, request: FastifyRequest, reply: FastifyReply): Promise<object> {
    const projected = await this.shown.shows(receipt.position);
    const isNew = receipt.outcome === 'created' || (appends && receipt.outcome === 'changed');
    void reply.code(isNew ? 201 : 200).header('etag', `"${String(receipt.revision)}"`);
    if (isNew) void reply.header('location', `${originOf(request)}${location}`);
    const { id, outcome, recordedAt, hiddenBy = [], warnings = [] } = receipt;
    const where = { position: String(receipt.position), recordedAt, revision: String(receipt.revision), projected };
    return { id, outcome, ...where, ...(hiddenBy.length > 0 && { hiddenBy }), ...(warnings.length > 0 && { warnings }) };
  }
}
