import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** One answer of the service, as it left it. */
export interface Seen {
  readonly method: string;
  /** As it was asked for. */
  readonly url: string;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** Unpacked; null where it was cut off. */
  readonly text: string | null;
}

/** Sees every answer of a server, whoever asks and however. @returns the answers so far, each different one once */
export function watchAnswers(server: Server): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    const headers: OutgoingHttpHeaders = {};
    watch(response, chunks, headers);
    response.once('close', () => {
      if (!response.headersSent) return;
      const { method = 'GET', url = '/' } = request;
      const all = { ...response.getHeaders(), ...headers };
      const text = response.writableFinished ? unpacked(Buffer.concat(chunks), all['content-encoding']) : null;
      const answer = { method, url, status: response.statusCode, headers: all, text };
      seen.set(`${method} ${url} ${String(answer.status)} ${String(all['content-type'])} ${String(text)}`, answer);
    });
  });
  return seen;
}

/** Node's own methods stay as they are, but what passes them is kept. */
function watch(response: ServerResponse, chunks: Buffer[], headers: OutgoingHttpHeaders): void {
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const [write, end, writeHead] = [response.write.bind(response), response.end.bind(response), response.writeHead.bind(response)] as [
    (...given: unknown[]) => boolean,
    (...given: unknown[]) => ServerResponse,
    (...given: unknown[]) => ServerResponse,
  ];
  let isEnding = false;
  response.write = ((...given: unknown[]) => {
    if (!isEnding) keep(given[0], given[1]);
    return write(...given);
  }) as typeof response.write;
  response.end = ((...given: unknown[]) => {
    keep(given[0], given[1]);
    isEnding = true;
    return end(...given);
  }) as typeof response.end;
  response.writeHead = ((...given: unknown[]) => {
    const told = given.at(-1);
    if (typeof told === 'object' && told !== null && !Array.isArray(told)) {
      for (const [name, value] of Object.entries(told)) headers[name.toLowerCase()] = value as string;
    }
    return writeHead(...given);
  }) as typeof response.writeHead;
}

function unpacked(body: Buffer, encoding: unknown): string {
  if (body.length === 0) return '';
  if (encoding === 'gzip') return gunzipSync(body).toString('utf8');
  if (encoding === 'br') return brotliDecompressSync(body).toString('utf8');
  if (encoding === 'deflate') return inflateSync(body).toString('utf8');
  return body.toString('utf8');
}
