import { setTimeout as pause } from 'node:timers/promises';
import { Connection, getRequest } from './connection.js';

const EVERY_MS = 15;

/** Asks the same kind of question again and again on a connection of its own, and notes how long each answer takes. */
export class Probe {
  private readonly times: number[] = [];
  private isOver = false;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly connection: Connection,
    private readonly path: () => string,
  ) {}

  static async start(port: number, path: () => string): Promise<Probe> {
    const probe = new Probe(await Connection.open(port), path);
    probe.running = probe.ask();
    return probe;
  }

  /** @returns milliseconds of each answer */
  async stop(): Promise<number[]> {
    this.isOver = true;
    await this.running;
    this.connection.close();
    return this.times;
  }

  private async ask(): Promise<void> {
    while (!this.isOver) {
      const start = performance.now();
      const { status } = await this.connection.send(getRequest(this.path()));
      this.times.push(performance.now() - start);
      if (status !== 200) throw new Error(`a probe was answered by ${String(status)}`);
      await pause(EVERY_MS);
    }
  }
}
