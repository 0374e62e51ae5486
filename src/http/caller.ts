import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What a caller may do, from the least to the most: each may all that those before it may. */
export const ROLES = ['reader', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who sends a request, by the credentials it came with. */
export interface Caller {
  /** Of the key, or of the token's subject: what its posts carry. */
  readonly name: string;
  readonly role: Role;
  /** The negotiations that it is limited to; null: all. */
  readonly negotiations: readonly string[] | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined where the request came without credentials that are ours. */
    caller: Caller | undefined;
    /** Whether its answers tell who posted what. */
    seesPosters: boolean;
    /** The negotiations that it may read; null: all. */
    openNegotiations: readonly string[] | null;
  }
}

/** Whether a role is enough where another one is needed. */
export function suffices(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The negotiations that a request may read; null: all. */
export const OpenNegotiations = createParamDecorator(
  (_: unknown, context: ExecutionContext): readonly string[] | null => context.switchToHttp().getRequest<FastifyRequest>().openNegotiations,
);
