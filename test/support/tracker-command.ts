import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { builtProgram } from './process-build.js';

const LONGEST_MS = 180_000;

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface With {
  readonly settings?: Readonly<Record<string, string>>;
  /** null: nothing comes, and it stays open. */
  readonly stdin?: string | null;
}

/** Runs the built program `tracker` as a process of its own. */
export async function tracker(words: readonly string[], { settings = {}, stdin = '' }: With = {}): Promise<Ended> {
  const program = join(await builtProgram(), 'bin/tracker.cjs');
  const child = spawn(process.execPath, [program, ...words], { env: { PATH: process.env.PATH, ...settings }, stdio: 'pipe' });
  const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  // A command that is refused may end before it has read anything.
  child.stdin.on('error', () => undefined);
  if (stdin !== null) child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(limit);
  return { code, stdout, stderr };
}
