import type { IncomingMessage } from 'node:http';
import { EdgeProblem } from './problem-filter.js';

/** All bytes of a body. @param limit bytes @throws EdgeProblem `body-too-large` as soon as it is longer; what cuts it off */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) throw tooLarge(limit);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (error?: Error): void => {
      request.off('data', take).off('end', settle).off('error', settle).off('close', cutOff);
      if (error) reject(error);
      else resolve(Buffer.concat(chunks, length));
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > limit) settle(tooLarge(limit));
    };
    const cutOff = (): void => {
      settle(new EdgeProblem('malformed-request', 'The body was cut off.'));
    };
    request
      .on('data', take)
      .on('end', () => {
        settle();
      })
      .on('error', settle)
      .on('close', cutOff);
  });
}

function tooLarge(limit: number): EdgeProblem {
  return new EdgeProblem('body-too-large', `The body has more than ${String(limit)} bytes, which is the most that is taken.`);
}
