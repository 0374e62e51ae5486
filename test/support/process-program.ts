import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram } from './process-build.js';

/** Its last line names this: then it serves. */
const LAST_LINE = '/v1/negotiations\n';

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The built program as a process of its own, with what it prints. */
export class Program {
  stdout = '';
  stderr = '';
  readonly ended: Promise<End>;
  private readonly child: ChildProcessByStdio<null, Readable, Readable>;

  private constructor(folder: string, settings: Readonly<Record<string, string>>) {
    const flags = ['--disable-warning=ExperimentalWarning'];
    const env = { PATH: process.env.PATH, PORT: '0', ...settings };
    this.child = spawn(process.execPath, [...flags, join(folder, 'dist/main.js')], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code, signal) => {
        resolve({ code, signal });
      });
    });
  }

  /** Begins a start; a port is picked where none is given. */
  static async launch(settings: Readonly<Record<string, string>>): Promise<Program> {
    return new Program(await builtProgram(), settings);
  }

  /** Settles once it serves. @throws where it ends before */
  async serves(): Promise<void> {
    // On a machine that others share a start may take long: what comes first decides, whenever that is.
    try {
      await this.prints(LAST_LINE);
    } catch {
      const { code, signal } = await this.ended;
      throw new Error(`the program ended by ${String(code ?? signal)}:\n${this.stdout}${this.stderr}`);
    }
  }

  /** The base URL that it prints. */
  get url(): string {
    return /^Negotiation tracker: (\S+)$/m.exec(this.stdout)?.[1] ?? '';
  }

  /** The admin key that it prints at its first start. */
  get adminKey(): string | undefined {
    return /^Admin key: +(\S+) +\(shown this once/m.exec(this.stdout)?.[1];
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get output(): string {
    return this.stdout + this.stderr;
  }

  async signal(signal: NodeJS.Signals): Promise<End> {
    this.child.kill(signal);
    return this.ended;
  }

  /** From now on nobody reads what it prints. */
  leaveUnread(): void {
    this.child.stdout.destroy();
    this.child.stderr.destroy();
  }

  /** Settles once a text was printed. @throws where it ends without it */
  async prints(text: string): Promise<void> {
    const ended = this.ended.then(() => true);
    while (!this.stdout.includes(text)) {
      const hasEnded = await Promise.race([ended, pause(20, false)]);
      // What it printed last may have come with its end.
      if (hasEnded && !this.stdout.includes(text)) throw new Error(`"${text}" was not printed:\n${this.output}`);
    }
  }
}
