import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import './caller.js';

/** Who sends a request, and by which id its traces are found. */
export interface Sender {
  readonly postedBy: string;
  readonly correlationId: string;
  /** Of all events of one command that brings many; left out where each has its own. */
  readonly causationId?: string;
  /** Of what was recorded elsewhere before, and keeps its time; else left out. */
  readonly recordedAt?: string;
}

const CORRELATION_ID = /^[\w.:-]{1,100}$/;

/** The sender of an admin request; `X-Correlation-Id` is taken over where it is given. */
export const FromSender = createParamDecorator((_: unknown, context: ExecutionContext): Sender => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const given = request.headers['x-correlation-id'];
  const correlationId = typeof given === 'string' && CORRELATION_ID.test(given) ? given : request.id;
  return { postedBy: request.caller?.name ?? '', correlationId };
});
