import { Agent, type IncomingMessage, request } from 'node:http';
import type { Asker, HostileRequest } from './hostile-requests.js';

export interface HostileAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Sends requests as they are, and takes in what is answered; a stream that stays open is left. */
export class HostileClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });

  /** @param keys by who asks; nobody has none */
  constructor(
    private readonly origin: string,
    private readonly keys: Readonly<Record<Asker, string | undefined>>,
  ) {}

  async answerTo({ method, url, asker, headers, body }: HostileRequest): Promise<HostileAnswer> {
    const key = this.keys[asker];
    const { hostname, port } = new URL(this.origin);
    const options = {
      hostname,
      port,
      method,
      path: url,
      agent: this.agent,
      headers: { ...headers, ...(key !== undefined && { authorization: key }), ...(body && { 'content-length': String(body.length) }) },
    };
    const { promise, resolve, reject } = Promise.withResolvers<HostileAnswer>();
    const asking = request(options, (response) => {
      taken(response).then(resolve, reject);
    });
    asking.on('error', (error) => {
      resolve({ status: 0, type: '', text: error.message });
    });
    asking.end(body);
    return promise;
  }

  close(): void {
    this.agent.destroy();
  }
}

async function taken(response: IncomingMessage): Promise<HostileAnswer> {
  const { statusCode: status = 0, headers } = response;
  const type = (headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  if (type === 'text/event-stream') {
    response.destroy();
    return { status, type, text: '' };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status, type, text: Buffer.concat(chunks).toString('utf8') };
}
