import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** One answer of the service, as it left it. */
export interface AnswerSeen {
  readonly method: string;
  /** As it was asked for. */
  readonly url: string;
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** Unpacked; null where it was cut off. */
  readonly text: string | null;
}

/** An answer, with what it answers. */
export interface Seen extends AnswerSeen {
  /** The body of the request, as far as the service read it; null where it is long, or no text. */
  readonly sent: string | null;
  readonly sentAs: string | undefined;
}

/** Longer bodies are not kept. */
const MOST_BYTES_SENT = 1_000_000;

/** Sees every answer of a server, whoever asks and however. @returns the answers so far, each different one once */
export function watchAnswers(server: Server): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    const headers: OutgoingHttpHeaders = {};
    watch(response, chunks, headers);
    const sent = bodyOf(request);
    response.once('close', () => {
      if (!response.headersSent) return;
      const { method = 'GET', url = '/' } = request;
      const all = { ...response.getHeaders(), ...headers };
      const text = response.writableFinished ? unpacked(Buffer.concat(chunks), all['content-encoding']) : null;
      const answer = {
        method,
        url,
        status: response.statusCode,
        headers: all,
        text,
        sent: sent(),
        sentAs: request.headers['content-type'],
      };
      seen.set(`${method} ${url} ${String(answer.status)} ${String(all['content-type'])} ${String(text)} ${String(answer.sent)}`, answer);
    });
  });
  return seen;
}

/** What of a body is read passes `emit`, whoever reads it and however: to listen for it would begin to read. */
function bodyOf(request: IncomingMessage): () => string | null {
  const chunks: Buffer[] = [];
  let length = 0;
  const emit = request.emit.bind(request) as (name: string | symbol, ...given: unknown[]) => boolean;
  request.emit = (name: string | symbol, ...given: unknown[]) => {
    const [chunk] = given;
    if (name === 'data' && chunk instanceof Uint8Array) {
      length += chunk.length;
      if (length <= MOST_BYTES_SENT) chunks.push(Buffer.from(chunk));
    }
    return emit(name, ...given);
  };
  return () => {
    const body = Buffer.concat(chunks);
    return length <= MOST_BYTES_SENT && isUtf8(body) ? body.toString('utf8') : null;
  };
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
