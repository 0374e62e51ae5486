import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, lstatSync, statSync } from 'node:fs';
import { cp, mkdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const OLD_AFTER_MS = 3_600_000;

/**
 * A folder of its own with the built program, its seeds and its packages: a build that goes on meanwhile cannot take files
 * away. All spec files share it; the first one makes it, from `dist` where that is newer than the sources.
 */
export function builtProgram(): Promise<string> {
  return (built ??= findOrBuild());
}

let built: Promise<string> | undefined;

async function findOrBuild(): Promise<string> {
  const sources = globSync(['src/**/*.{ts,tsx,css}', 'src/http/**/*.json', 'bin/*.cjs'], { cwd: ROOT }).sort();
  const stamps = sources.map((path) => `${path} ${String(statSync(join(ROOT, path)).mtimeMs)}`);
  const version = createHash('sha256').update(stamps.join('\n')).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `negotiation-tracker-built-${version}`);
  const isReady = (): boolean => existsSync(join(folder, 'ready'));
  while (!isReady()) {
    if (await isMine(`${folder}.builder`)) return buildInto(folder, sources);
    // On a machine that is busy a build takes minutes.
    await pause(100);
  }
  return folder;
}

/** Of several processes one succeeds: a link is made at once with the process that it names, or not at all. One of a process that was killed is taken away. */
async function isMine(link: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), link);
    return true;
  } catch {
    const builder = await readlink(link).catch(() => undefined);
    if (builder !== undefined && !isRunning(Number(builder))) await rm(link, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function buildInto(folder: string, sources: readonly string[]): Promise<string> {
  try {
    // What one that was killed has left.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    const dist = join(folder, 'dist');
    if (isNewerThan(sources)) await cp(join(ROOT, 'dist'), dist, { recursive: true });
    else await compile(dist);
    await cp(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
    for (const name of ['node_modules', 'seeds', 'package.json']) await symlink(join(ROOT, name), join(folder, name));
    await writeFile(join(folder, 'ready'), '');
    await removeOldOnes(folder);
    return folder;
  } catch (error) {
    await Promise.all([folder, `${folder}.builder`].map((one) => rm(one, { recursive: true, force: true })));
    throw error;
  }
}

async function removeOldOnes(folder: string): Promise<void> {
  const others = globSync(join(tmpdir(), 'negotiation-tracker-built-*')).filter((other) => !other.startsWith(folder));
  // Another process may be at the same.
  const old = others.filter((other) => Date.now() - (lstatSync(other, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > OLD_AFTER_MS);
  await Promise.all(old.map((other) => rm(other, { recursive: true, force: true })));
}

function isNewerThan(sources: readonly string[]): boolean {
  const built = globSync('dist/**/*.js', { cwd: ROOT });
  if (built.length < sources.filter((path) => !/\.(d\.ts|css|cjs|json)$|\/browser\//.test(path)).length) return false;
  const oldest = Math.min(...built.map((path) => statSync(join(ROOT, path)).mtimeMs));
  return sources.every((path) => statSync(join(ROOT, path)).mtimeMs < oldest);
}

async function compile(outDir: string): Promise<void> {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--incremental', 'false', '--outDir', outDir];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT }).catch((error: unknown) => {
    throw new Error(`the program does not compile:\n${(error as { stdout: string }).stdout}`);
  });
  for (const assets of ['pages/bundle', 'http/openapi/examples']) {
    await cp(join(ROOT, 'src', assets), join(outDir, assets), { recursive: true });
  }
}
