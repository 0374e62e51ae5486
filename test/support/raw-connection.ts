import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { KEY } from './service.js';

/** A connection on which a test sends bytes as it likes. */
export class RawConnection {
  private text = '';
  private readonly ended: Promise<void>;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (text: string) => (this.text += text));
    this.ended = new Promise((resolve) => {
      socket.on('close', () => {
        resolve();
      });
    });
    socket.on('end', () => socket.end());
    // A connection that the service cuts is what some tests wait for.
    socket.on('error', () => undefined);
  }

  static async to(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    await new Promise((resolve) => socket.once('connect', resolve));
    return new RawConnection(socket);
  }

  send(text: string): this {
    this.socket.write(text);
    return this;
  }

  /** Sends no more, and goes on reading. */
  end(): this {
    this.socket.end();
    return this;
  }

  pause(): this {
    this.socket.pause();
    return this;
  }

  /** Bytes that the service has not taken yet. */
  get untaken(): number {
    return this.socket.writableLength;
  }

  /** What has come so far, once it holds some text. */
  async until(part: string): Promise<string> {
    while (!this.text.includes(part)) {
      if (this.socket.closed) throw new Error(`closed before ${part}: ${this.text}`);
      await Promise.race([new Promise((resolve) => this.socket.once('data', resolve)), this.ended]);
    }
    return this.text;
  }

  /** Once the service has cut the connection off, though nothing of what it sent was taken. */
  async cutOff(): Promise<void> {
    // Who takes nothing is not told either: the next thing that is sent finds out.
    while (!this.socket.closed) {
      this.socket.write('x');
      await pause(50);
    }
  }

  /** All that came, once the service has closed the connection. */
  async closed(): Promise<string> {
    this.socket.resume();
    await this.ended;
    return this.text;
  }
}

/** The head of a request with the key of the tests. @param headers further lines */
export function head(request: string, ...headers: string[]): string {
  return [`${request} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${KEY}`, ...headers, '', ''].join('\r\n');
}

/** A chunk of a body that is sent in chunks. */
export function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}
