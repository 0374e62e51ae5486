import type { FastifyReply } from 'fastify';

/** Says that the answer depends on one more header of the request; what was said before stays. */
export function addVary(reply: FastifyReply, name: string): void {
  const said = String(reply.getHeader('vary') ?? '');
  const names = said.split(',').map((one) => one.trim().toLowerCase());
  if (!names.includes(name)) void reply.header('vary', said === '' ? name : `${said}, ${name}`);
}
