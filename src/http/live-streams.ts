import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EdgeProblem } from './problem-filter.js';
import { isOfThisMachine, networkOf } from './request-limits.js';

/** How many streams may be open that do not end by themselves. */
export interface StreamLimits {
  readonly inAll: number;
  /** undefined: the default, which does not count who asks from this machine; 0: any number. */
  readonly ofAddress: number | undefined;
}

declare module 'fastify' {
  interface FastifyInstance {
    liveStreams: LiveStreams;
  }
}

const DEFAULT_OF_ADDRESS = 50;

/** The live streams of this process, by the network that listens. */
export class LiveStreams {
  private readonly open = new Map<string, number>();
  /** Tells each of them to end. */
  private readonly ends = new Set<() => void>();
  private isEnding = false;
  private inAll = 0;

  constructor(private readonly limits: StreamLimits) {}

  /** Each tells its client where to go on, and ends. */
  endAll(): void {
    this.isEnding = true;
    for (const end of this.ends) end();
  }

  get count(): number {
    return this.inAll;
  }

  /**
   * Counts a stream as long as it is open.
   * @returns what settles when it is to end
   * @throws EdgeProblem `too-many-streams`, `streams-full`
   */
  admit(ip: string, reply: FastifyReply): Promise<unknown> {
    const network = networkOf(ip);
    const most = this.limits.ofAddress ?? (isOfThisMachine(ip) ? 0 : DEFAULT_OF_ADDRESS);
    const ofAddress = this.open.get(network) ?? 0;
    if (most > 0 && ofAddress >= most)
      throw new EdgeProblem('too-many-streams', `This address may have ${String(most)} live streams open.`);
    if (this.inAll >= this.limits.inAll) throw new EdgeProblem('streams-full', `${String(this.inAll)} live streams are open here.`);
    // Of a client that has left already no end will be told.
    if (reply.raw.destroyed) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const end = (): void => {
      resolve(undefined);
    };
    if (this.isEnding) end();
    this.ends.add(end);
    this.counted(network, 1);
    reply.raw.once('close', () => {
      this.ends.delete(end);
      this.counted(network, -1);
    });
    return promise;
  }

  private counted(network: string, by: 1 | -1): void {
    this.inAll += by;
    const now = (this.open.get(network) ?? 0) + by;
    if (now === 0) this.open.delete(network);
    else this.open.set(network, now);
  }
}

/** Lets requests count among the streams that stay open. */
export function addLiveStreams(fastify: FastifyInstance, streams: LiveStreams): void {
  fastify.decorate('liveStreams', streams);
}

/**
 * Counts a live stream as long as it is open.
 * @returns what settles when it is to end
 * @throws EdgeProblem where there are enough already
 */
export function admitLive({ server: { liveStreams }, ip }: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return liveStreams.admit(ip, reply);
}
