import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accepted } from '../../http/accepted.js';
import { urlOf } from '../../http/answer.js';
import { admitLive } from '../../http/live-streams.js';
import { originOf } from '../../http/public-url.js';
import { addVary } from '../../http/vary.js';
import { endingAtStop } from './ending-at-stop.js';
import { type Chunks, cutOffWhenStalled } from './replay-body.js';
import type { Client, ReplayAnswer } from './replay.query.js';

const NO_CONTENT = 204;

/** A client of a live stream that has taken nothing for so long is not there any more, or will not catch up. */
const STALLED_MS = 60_000;

/** How a client wants the steps, by the headers of its request. */
export function clientOf(headers: FastifyRequest['headers']): Client {
  const lastEventId = headers['last-event-id'];
  return {
    takesEvents: new Accepted(headers.accept).names('text/event-stream'),
    lastEventId: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined,
  };
}

/** Sets the headers of a replay. @returns what Nest sends chunk by chunk, as fast as the client takes it */
export function opened({ contentType, fixed, body }: ReplayAnswer, request: FastifyRequest, reply: FastifyReply): Chunks | string {
  void reply.header('cache-control', 'no-store');
  addVary(reply, 'accept');
  if (fixed !== null) void reply.header('content-location', urlOf(`${originOf(request)}${request.url.split('?', 1)[0] ?? ''}`, fixed));
  if (body === null) {
    void reply.code(NO_CONTENT);
    return '';
  }
  // A proxy that gathers the events of a live stream would hold them back.
  void reply.header('content-type', contentType).header('x-accel-buffering', 'no');
  if (fixed !== null) return body;
  const ending = admitLive(request, reply);
  const { lastEventId = null } = clientOf(request.headers);
  return cutOffWhenStalled(endingAtStop(body, ending, lastEventId), STALLED_MS, () => reply.raw.destroy());
}
