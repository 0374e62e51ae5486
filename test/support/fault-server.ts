import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { eventually } from './fault-node.js';

const LONGEST_START_MS = 60_000;

/** A real EventStoreDB of our own, its log on disk, that can be killed and started again. */
export class OwnServer {
  private child: ChildProcess | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), 'eventstoredb-'));

  /** @param program takes a port, and options of EventStoreDB behind it @param options what it is started with beside its folder */
  constructor(
    private readonly program: string,
    private readonly port: number,
    private readonly options: readonly string[] = [],
  ) {}

  get url(): string {
    return `esdb://127.0.0.1:${String(this.port)}?tls=false`;
  }

  /** Settles when it answers. @throws where it does not in time; then it does not run any more */
  async start(): Promise<void> {
    this.launch();
    const store = new EventStoreDbEventStore(this.url, Date.now, { tryMs: 500, totalMs: 500 });
    const answers = () =>
      store.head().then(
        () => true,
        () => false,
      );
    try {
      await eventually('the server answers', answers, LONGEST_START_MS);
    } catch (error) {
      await this.kill();
      throw error;
    } finally {
      await store.close();
    }
  }

  /** Starts it and waits for nothing. */
  launch(): void {
    this.child = spawn(this.program, [String(this.port), '--db', this.folder, ...this.options], { stdio: 'ignore' });
  }

  /** kill -9; settles when it is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Kills it, copies its log, and starts it again. */
  async backUp(): Promise<void> {
    await this.kill();
    rmSync(this.backup, { recursive: true, force: true });
    cpSync(this.folder, this.backup, { recursive: true });
    await this.start();
  }

  /** Kills it, and starts it on the copy of its log. */
  async restore(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true });
    cpSync(this.backup, this.folder, { recursive: true });
    await this.start();
  }

  /** Kills it, and starts it on nothing. */
  async empty(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true });
    mkdirSync(this.folder);
    await this.start();
  }

  /** Takes away for good what is deleted or set to be lost. */
  async scavenge(): Promise<void> {
    const address = `http://127.0.0.1:${String(this.port)}`;
    const started = await fetch(`${address}/admin/scavenge`, { method: 'POST' });
    const [, id = ''] = /scavengeId\W+([0-9a-f-]{36})/i.exec(await started.text()) ?? [];
    const headers = { accept: 'application/json' };
    const isDone = async (): Promise<boolean> => {
      const answer = await fetch(`${address}/streams/$scavenges-${id}/head/backward/1`, { headers });
      return answer.status === 200 && (await answer.text()).includes('scavengeCompleted');
    };
    await eventually('it has scavenged', isDone, LONGEST_START_MS);
  }

  async remove(): Promise<void> {
    await this.kill();
    for (const folder of [this.folder, this.backup]) rmSync(folder, { recursive: true, force: true });
  }

  private get backup(): string {
    return `${this.folder}-backup`;
  }
}

/** A server for the tests of a file, started before them; whatever becomes of that, none is left behind. See `OwnServer`. */
export function serverOfTests(program: string, port: number, options: readonly string[] = []): OwnServer {
  const server = new OwnServer(program, port, options);
  beforeAll(() => server.start(), 120_000);
  afterAll(() => server.remove(), 60_000);
  return server;
}
