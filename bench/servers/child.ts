import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { startLine } from './start-line.js';

const HOST = '127.0.0.1';
const LONGEST_START_MS = 600_000;
const ASK_EVERY_MS = 5;
const TICKS_PER_SECOND = 100;

/** The programs that can be started, as they are built beside this one. */
export const PROGRAMS = {
  /** The service as it runs. */
  service: '../../src/main.js',
  'without-writing': './without-writing.js',
  'static-answers': './static-answers.js',
} as const;

export type Program = keyof typeof PROGRAMS;

/** The key that admin requests come with. */
export const ADMIN_KEY = 'a-key-for-the-benchmark';

/** Settings of the service that are handed on to it, where the benchmark is started with them. */
const HANDED_ON = ['QUERY_THREADS'];

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A server in a process of its own; it ends with this one. */
export class Child {
  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
    /** From the start of the process until it was ready. */
    readonly readyAfterMs: number,
  ) {}

  /** Starts a program and waits until `GET /health/ready` is answered by 200. @param dataDir where it reads and writes @param more settings */
  static async start(program: Program, dataDir = '', more: Readonly<Record<string, string>> = {}): Promise<Child> {
    const port = await freePort();
    const path = fileURLToPath(new URL(PROGRAMS[program], import.meta.url));
    const settings = { PORT: String(port), HOST, DATA_DIR: dataDir, ADMIN_API_KEY: ADMIN_KEY, LOAD_SEEDS: 'false', LOG_LEVEL: 'error' };
    const start = performance.now();
    const { flags, environment } = startLine();
    const child = spawn(process.execPath, [...flags, path], {
      env: { PATH: process.env.PATH, ...handedOn(), ...environment, ...settings, ...more },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    while (!(await isReady(port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended by ${String(child.exitCode)} before it was ready`);
      if (performance.now() - start > LONGEST_START_MS) throw new Error(`${program} was not ready in time`);
      await pause(ASK_EVERY_MS);
    }
    return new Child(child, port, performance.now() - start);
  }

  /** Bytes of memory in use now, and the most that ever were. */
  get memory(): { readonly now: number; readonly most: number } {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) * 1_024;
    return { now: of('VmRSS'), most: of('VmHWM') };
  }

  /** Seconds of processor time that it used so far. */
  get cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }

  private get pid(): string {
    return String(this.process.pid);
  }
}

function handedOn(): NodeJS.ProcessEnv {
  return Object.fromEntries(HANDED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://${HOST}:${String(port)}/health/ready`);
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
