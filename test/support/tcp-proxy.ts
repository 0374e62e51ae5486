import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Where bytes come from. */
export type Side = 'client' | 'server';

interface Link {
  readonly client: Socket;
  readonly server: Socket;
}

const SLICES_PER_SECOND = 20;

/** The network between an app and its log, on a port of its own, with faults on demand. */
export class TcpProxy {
  private readonly links = new Set<Link>();
  private readonly abandoned = new WeakSet<Link>();
  private readonly frozen = new Set<Side>();
  /** How many more bytes of a side are passed on before all connections are cut. */
  private readonly left = new Map<Side, number>();
  private readonly waiting = new Set<() => void>();
  private awaited: { readonly text: Buffer; readonly act: () => void } | undefined;
  private bytesPerSecond = Infinity;
  private listener: Server | undefined;
  private boundPort = 0;
  private cuts = 0;

  private constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  static async start(port: number, host = '127.0.0.1'): Promise<TcpProxy> {
    const proxy = new TcpProxy({ host, port });
    await proxy.listen();
    return proxy;
  }

  /** It stays the same whatever befalls the proxy. */
  get port(): number {
    return this.boundPort;
  }

  /** How many connections were cut so far. */
  get cutConnections(): number {
    return this.cuts;
  }

  get connections(): number {
    return this.links.size;
  }

  /** Resets every connection, as when a server is killed; new ones are taken. */
  cut(): void {
    for (const link of [...this.links]) {
      this.cuts += 1;
      this.links.delete(link);
      link.client.resetAndDestroy();
      link.server.resetAndDestroy();
    }
    this.wake();
  }

  /** Passes so many more bytes of a side on and then cuts, once: in the midst of what the app asks, or of what it is answered. */
  cutAfter(side: Side, bytes: number): void {
    this.left.set(side, bytes);
  }

  /** Acts once, just before a piece from the app that holds the text is passed on. */
  whenClientSends(text: string, act: () => void): void {
    this.awaited = { text: Buffer.from(text), act };
  }

  /** Passes nothing on and closes nothing: silence. One side alone: the server gets all and its answers get lost, or the other way round. */
  freeze(...sides: Side[]): void {
    for (const side of sides.length > 0 ? sides : (['client', 'server'] as const)) this.frozen.add(side);
  }

  /** Connections that there are stay silent for ever, and new ones work: as when a server was cut off and came back elsewhere. */
  async abandon(): Promise<void> {
    this.links.forEach((link) => this.abandoned.add(link));
    await this.heal();
  }

  /** Refuses connections, and cuts those there are. */
  async refuse(): Promise<void> {
    const { listener } = this;
    this.listener = undefined;
    this.cut();
    if (listener) await new Promise((resolve) => listener.close(resolve));
  }

  /** Lets the app have no more than this of what the server sends. */
  throttle(bytesPerSecond: number): void {
    this.bytesPerSecond = bytesPerSecond;
    this.wake();
  }

  /** Ends every fault. What was held is passed on. */
  async heal(): Promise<void> {
    this.awaited = undefined;
    this.frozen.clear();
    this.left.clear();
    this.bytesPerSecond = Infinity;
    this.wake();
    if (this.listener === undefined) await this.listen();
  }

  async stop(): Promise<void> {
    await this.refuse();
  }

  private async listen(): Promise<void> {
    const listener = createServer((client) => {
      this.relay(client);
    });
    this.listener = listener;
    listener.listen(this.boundPort, '127.0.0.1');
    await once(listener, 'listening');
    this.boundPort = (listener.address() as AddressInfo).port;
  }

  private relay(client: Socket): void {
    const link = { client, server: connect(this.target.port, this.target.host) };
    this.links.add(link);
    void this.pump('client', link.client, link.server, link);
    void this.pump('server', link.server, link.client, link);
  }

  private async pump(side: Side, from: Socket, to: Socket, link: Link): Promise<void> {
    from.setNoDelay();
    from.on('error', () => undefined);
    try {
      for await (const chunk of from) {
        for (const piece of this.pieces(side, chunk as Buffer)) await this.pass(side, piece, to, link);
      }
    } catch {
      // It was cut.
    }
    this.links.delete(link);
    from.destroy();
    to.destroy();
  }

  private *pieces(side: Side, chunk: Buffer): Iterable<Buffer> {
    for (let start = 0; start < chunk.length;) {
      const length =
        side === 'server' && this.bytesPerSecond < Infinity ? Math.ceil(this.bytesPerSecond / SLICES_PER_SECOND) : chunk.length;
      yield chunk.subarray(start, start + length);
      start += length;
    }
  }

  private async pass(side: Side, piece: Buffer, to: Socket, link: Link): Promise<void> {
    const { awaited } = this;
    if (side === 'client' && awaited && piece.includes(awaited.text)) {
      this.awaited = undefined;
      awaited.act();
    }
    while ((this.frozen.has(side) || this.abandoned.has(link)) && this.links.has(link)) await this.nextChange();
    if (side === 'server' && this.bytesPerSecond < Infinity) await pause((1_000 * piece.length) / this.bytesPerSecond);
    if (!this.links.has(link)) throw new Error('cut');
    const left = this.left.get(side) ?? Infinity;
    const whole = to.write(piece.subarray(0, left));
    if (left <= piece.length) {
      this.left.delete(side);
      // What was written is to arrive before the reset.
      await pause(5);
      this.cut();
    } else {
      if (left < Infinity) this.left.set(side, left - piece.length);
      if (!whole) await Promise.race([once(to, 'drain'), once(to, 'close')]);
    }
  }

  private async nextChange(): Promise<void> {
    await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  private wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const resume of waiting) resume();
  }
}
