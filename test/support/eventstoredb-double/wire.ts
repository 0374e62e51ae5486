import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The network before the server: a relay on a port of its own, which can be cut, silenced, taken down and put up again. */
export class Wire {
  private relay: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private silent = false;
  private boundPort = 0;

  constructor(private readonly serverPort: number) {}

  get port(): number {
    return this.boundPort;
  }

  /** Takes connections: on the same port as before. */
  async up(): Promise<void> {
    const relay = createServer((fromClient) => {
      this.relayTo(fromClient);
    });
    this.relay = relay;
    await new Promise<void>((resolve, reject) => {
      relay.once('error', reject);
      relay.listen(this.boundPort, '127.0.0.1', resolve);
    });
    this.boundPort = (relay.address() as AddressInfo).port;
  }

  /** Refuses connections, and cuts those there are. */
  async down(): Promise<void> {
    const { relay } = this;
    this.relay = undefined;
    const closed = new Promise<void>((resolve) => {
      if (relay)
        relay.close(() => {
          resolve();
        });
      else resolve();
    });
    this.cut();
    await closed;
  }

  /** Resets every connection, as when a server is killed. */
  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Takes in everything and passes nothing on, in either direction. */
  silence(): void {
    this.silent = true;
    for (const socket of this.sockets) socket.pause();
  }

  speak(): void {
    this.silent = false;
    for (const socket of this.sockets) socket.resume();
  }

  /** A server of gRPC answers plain HTTP too: with its time. */
  private answerOverHttp(): string {
    const date = new Date().toUTCString();
    return `HTTP/1.1 204 No Content\r\nDate: ${date}\r\nConnection: close\r\n\r\n`;
  }

  private relayTo(fromClient: Socket): void {
    const toServer = connect(this.serverPort, '127.0.0.1');
    fromClient.once('data', (first: Buffer) => {
      if (first.toString('latin1', 0, 4) === 'GET ') fromClient.end(this.answerOverHttp());
      else toServer.write(first);
      fromClient.pipe(toServer);
    });
    toServer.pipe(fromClient);
    for (const [one, other] of [
      [fromClient, toServer],
      [toServer, fromClient],
    ] as const) {
      this.sockets.add(one);
      one.setNoDelay();
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      if (this.silent) one.pause();
    }
  }
}
