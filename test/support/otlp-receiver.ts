import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it arrives. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly isFault: boolean;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
}

interface Otlp {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ReceivedSpan, 'facts' | 'isFault' | 'startedAt' | 'endedAt'> & {
        readonly attributes: readonly Attribute[];
        readonly status: { readonly code: number };
        readonly startTimeUnixNano: string;
        readonly endTimeUnixNano: string;
      })[];
    }[];
  }[];
}

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const ERROR = 2;
const NS_PER_MS = 1_000_000;

/** A collector of traces, as small as can be: OTLP over HTTP, as JSON. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];
  readonly requests: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders }[] = [];
  readonly resources: Readonly<Record<string, unknown>>[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OtlpReceiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        receiver.requests.push({ url: request.url, headers: request.headers });
        receiver.take(JSON.parse(Buffer.concat(chunks).toString()) as Otlp);
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    const receiver = new OtlpReceiver(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private take({ resourceSpans }: Otlp): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      this.resources.push(factsOf(resource.attributes));
      for (const { attributes, status, parentSpanId, startTimeUnixNano, endTimeUnixNano, ...span } of scopeSpans.flatMap(
        ({ spans }) => spans,
      )) {
        const times = { startedAt: Number(startTimeUnixNano) / NS_PER_MS, endedAt: Number(endTimeUnixNano) / NS_PER_MS };
        const facts = factsOf(attributes);
        this.spans.push({ ...span, ...times, parentSpanId: parentSpanId || undefined, facts, isFault: status.code === ERROR });
      }
    }
  }
}

function factsOf(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
