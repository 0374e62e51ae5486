import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';

/** So much of a body is taken in while what came before is worked on. */
const AHEAD_BYTES = 2_000_000;

/** The body did not come whole. */
export class BodyCutOff extends Error {}

/** A body as it comes. Where it is cut off, what came is given first, and the connection stays open: there is something to answer. */
export class SentBody {
  /** Whether the client is waited for. */
  isAwaited = false;
  private readonly ahead = new PassThrough({ highWaterMark: AHEAD_BYTES });
  private isCutOff = false;

  constructor(request: IncomingMessage) {
    const end = (): void => {
      this.isCutOff ||= !request.complete;
      this.ahead.end();
    };
    request.on('data', (chunk: Buffer) => {
      if (!this.ahead.writableEnded && !this.ahead.write(chunk)) request.pause();
    });
    this.ahead.on('drain', () => request.resume());
    request.on('end', end);
    request.on('error', end);
    request.on('close', end);
  }

  /** @throws BodyCutOff behind what came */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    this.isAwaited = true;
    for await (const chunk of this.ahead as AsyncIterable<Buffer>) {
      this.isAwaited = false;
      yield chunk;
      this.isAwaited = true;
    }
    this.isAwaited = false;
    if (this.isCutOff) throw new BodyCutOff('the body was cut off');
  }
}
