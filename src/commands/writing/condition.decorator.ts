import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Precondition, preconditionOf } from './precondition.js';

/** What the headers If-Match and If-None-Match demand. */
export const FromConditions = createParamDecorator((_: unknown, context: ExecutionContext): Precondition => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return preconditionOf(headers['if-match'], headers['if-none-match']);
});
