import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A CloudEvent as it came, with how it came. */
export interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly subject: string;
    readonly source: string;
    readonly data: { readonly position: string; readonly change: { readonly path: string; readonly issue: string | null } };
  };
}

/** A program that is told of changes, over HTTP. */
export class WebhookReceiver {
  /** What came, taken or not. */
  readonly got: Got[] = [];
  /** What it answers next, before it takes everything again. */
  readonly answers: number[] = [];
  private server: Server | undefined;
  private port = 0;
  private waiting: (() => void)[] = [];

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await receiver.open();
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}/changes`;
  }

  /** The ids of what came, in order. */
  get ids(): string[] {
    return this.got.map(({ event }) => event.id);
  }

  /** Once so much came. */
  async until(count: number): Promise<readonly Got[]> {
    while (this.got.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.got;
  }

  /** Listens, at the same address as before. */
  async open(): Promise<void> {
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        this.got.push({ headers: request.headers, body, event: JSON.parse(body) as Got['event'] });
        const status = this.answers.shift() ?? 204;
        // Node sends no such answer: it belongs to another protocol.
        if (status === 101) request.socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n');
        else response.writeHead(status, status === 302 ? { location: `${this.url}/elsewhere` } : {}).end();
        for (const wake of this.waiting.splice(0)) wake();
      });
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
    if (this.server) await once(this.server, 'close');
    this.server = undefined;
  }
}
