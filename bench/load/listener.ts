import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Longer than what is looked for, so that it is found where it is cut in two. */
const KEPT = 80;

/** One who listens to a stream of server-sent events, and says which reports caused them. */
export class Listener {
  private tail = '';

  private constructor(
    private readonly socket: Socket,
    private readonly onReport: (id: string) => void,
  ) {
    socket.on('data', (chunk) => {
      this.take(chunk.toString('latin1'));
    });
  }

  /** @param onReport called once for each step that a report caused @returns once the stream is open */
  static async open(port: number, path: string, onReport: (id: string) => void): Promise<Listener> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n\r\n`);
    return new Listener(socket, onReport);
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: string): void {
    const text = this.tail + chunk;
    const cause = /"cause":\{"report":"([^"]+)"\}/g;
    let end = 0;
    for (let found = cause.exec(text); found !== null; found = cause.exec(text)) {
      this.onReport(found[1] ?? '');
      end = cause.lastIndex;
    }
    this.tail = text.slice(Math.max(end, text.length - KEPT));
  }
}
