import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

export interface Response {
  readonly status: number;
  readonly head: string;
  readonly bytes: number;
  readonly body: Buffer;
}

/**
 * One connection that is kept alive, with one request at a time: no more than what a load generator needs, so that it takes less
 * of the machine than the server that it measures. It reads answers with a content-length, or without a body.
 */
export class Connection {
  private received: Buffer = Buffer.alloc(0);
  private settle: ((outcome: Response | Error) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.take(chunk);
    });
    socket.on('error', (error) => {
      this.settle?.(error);
    });
    socket.on('close', () => {
      this.settle?.(new Error('the connection was closed'));
    });
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Connection(socket);
  }

  /** Sends a request as it is. */
  async send(request: string): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.settle = (outcome) => {
        this.settle = undefined;
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const endOfHead = this.received.indexOf(END_OF_HEAD);
    if (endOfHead < 0) return;
    const head = this.received.toString('latin1', 0, endOfHead);
    const bytes = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    const start = endOfHead + END_OF_HEAD.length;
    if (this.received.length < start + bytes) return;
    const body = this.received.subarray(start, start + bytes);
    this.received = this.received.subarray(start + bytes);
    this.settle?.({ status: Number(head.slice(9, 12)), head, bytes, body });
  }
}

/** A request without a body. @param headers lines, each ended */
export function getRequest(path: string, headers = ''): string {
  return `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${headers}\r\n`;
}

/** A request with a JSON body. @param body without characters beyond ASCII */
export function postRequest(path: string, key: string, body: string): string {
  const head = `POST ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\n`;
  return `${head}content-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
}
