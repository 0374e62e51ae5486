import type { Child } from '../servers/child.js';
import { Connection } from './connection.js';

/** What one block of load gave. */
export interface Block {
  readonly perSecond: number;
  /** Of one core, while the block ran. */
  readonly clientCpu: number;
  readonly serverCpu: number;
}

/** Clients of one server, each of which sends its next request when it has the answer to the last one. */
export class ClosedLoop {
  private constructor(
    private readonly child: Child,
    private readonly connections: readonly Connection[],
    private readonly next: () => string,
    private readonly expected: number,
  ) {}

  /** @param next makes the next request of whichever client @param expected the status of every answer */
  static async open(child: Child, clients: number, next: () => string, expected: number): Promise<ClosedLoop> {
    const connections = await Promise.all(Array.from({ length: clients }, async () => Connection.open(child.port)));
    return new ClosedLoop(child, connections, next, expected);
  }

  /** @throws Error where an answer has another status */
  async run(milliseconds: number): Promise<Block> {
    const cpuBefore = this.child.cpuSeconds;
    const ownBefore = process.cpuUsage();
    const start = performance.now();
    const end = start + milliseconds;
    const counts = await Promise.all(this.connections.map(async (connection) => this.client(connection, end)));
    const seconds = (performance.now() - start) / 1_000;
    const own = process.cpuUsage(ownBefore);
    return {
      perSecond: counts.reduce((sum, count) => sum + count, 0) / seconds,
      clientCpu: (own.user + own.system) / 1e6 / seconds,
      serverCpu: (this.child.cpuSeconds - cpuBefore) / seconds,
    };
  }

  close(): void {
    for (const connection of this.connections) connection.close();
  }

  private async client(connection: Connection, end: number): Promise<number> {
    let count = 0;
    while (performance.now() < end) {
      const { status, body } = await connection.send(this.next());
      if (status !== this.expected) throw new Error(`answered by ${String(status)}: ${body.toString().slice(0, 500)}`);
      count += 1;
    }
    return count;
  }
}
