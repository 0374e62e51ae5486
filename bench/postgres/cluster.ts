import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const USER = 'bench';
const LONGEST_START_MS = 60_000;
const ASK_EVERY_MS = 50;
/** Debian's account of its package, and the one that every system has. */
const ACCOUNTS = ['postgres', 'nobody'];

/** Memory for all that is asked, nothing written to be safe, no time spent on what only long statements gain from. */
const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '1GB',
  effective_cache_size: '8GB',
  work_mem: '64MB',
  maintenance_work_mem: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'off',
  autovacuum: 'off',
};

/** A server of PostgreSQL of its own, on a socket in a folder that is removed with it. */
export class Cluster implements AsyncDisposable {
  private constructor(
    private readonly server: ChildProcess,
    /** A folder that the server can read. */
    readonly folder: string,
    readonly client: pg.Client,
  ) {}

  /** @returns undefined where PostgreSQL is not installed */
  static async start(): Promise<Cluster | undefined> {
    const programs = programsFolder();
    if (programs === undefined) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'bench-pg-'));
    const account = otherAccount();
    // The server refuses to run as root, and has to reach what lies in the folder.
    chmodSync(folder, 0o755);
    if (account !== undefined) chownSync(folder, account.uid, account.gid);
    const data = join(folder, 'data');
    const options = { ...account, cwd: folder, stdio: 'ignore' } as const;
    const made = spawnSync(
      join(programs, 'initdb'),
      ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      options,
    );
    if (made.status !== 0) throw new Error(`initdb ended by ${String(made.status ?? made.error)}`);
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, ...settings], options);
    process.on('exit', () => server.kill('SIGQUIT'));
    return new Cluster(server, folder, await connected(server, folder));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.end();
    const ended = once(this.server, 'exit');
    this.server.kill('SIGINT');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function connected(server: ChildProcess, folder: string): Promise<pg.Client> {
  for (const end = performance.now() + LONGEST_START_MS; ;) {
    const client = new pg.Client({ host: folder, user: USER, database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (server.exitCode !== null || performance.now() > end) throw new Error('PostgreSQL did not start', { cause: error });
      await pause(ASK_EVERY_MS);
    }
  }
}

/** Where `postgres` and `initdb` are: in Debian's place, of the latest version. */
function programsFolder(): string | undefined {
  return globSync('/usr/lib/postgresql/*/bin')
    .sort((a, b) => versionIn(a) - versionIn(b))
    .at(-1);
}

function versionIn(path: string): number {
  return Number(path.split('/').at(-2));
}

/** Whose server it is to be where this runs as root. */
function otherAccount(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const account of ACCOUNTS) {
    const id = (of: string): number => Number(execFileSync('id', [of, account], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    try {
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The next one.
    }
  }
  return undefined;
}
