import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answers, importLines, KEY, manySources } from '../support/process-clients.js';
import { builtProgram } from '../support/process-build.js';
import { workplace } from '../support/process-folders.js';
import { alter, filesOfRebuild, ready } from '../support/process-read-model.js';

const place = workplace();
// Several starts each, on a machine that may be busy.

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function rebuild(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const folder = await builtProgram();
  const flags = ['--enable-source-maps', '--disable-warning=ExperimentalWarning'];
  const env = { PATH: process.env.PATH, ...settings };
  const child = spawn(process.execPath, [...flags, join(folder, 'dist/rebuild.js'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const limit = setTimeout(() => child.kill('SIGKILL'), 180_000);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(limit);
  return { code, stdout, stderr };
}

const SAME = 'swapped: the new file holds the same rows as the old one\n';
const OTHER = 'swapped: the new file holds other rows than the old one\n';
const NOTHING_TO_COMPARE = 'swapped: there was nothing to compare the new file with\n';
const oneLine = (what: RegExp) => ({
  code: 1,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^rebuild: ${what.source}\\n$`)) as string,
});

describe('rebuild', () => {
  const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
  const path = join(settings.DATA_DIR, 'read-model.sqlite');

  it('asks the service that runs, shows how it goes, and says whether the rows were the same', async () => {
    const program = await place.start(settings);
    await importLines(program, manySources(4_000));
    await ready(program);
    const before = await answers(program);
    const { code, stdout, stderr } = await rebuild(['--url', program.url], { ADMIN_API_KEY: `desk=${KEY}` });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.endsWith(SAME)).toBe(true);
    expect(stdout).toMatch(/^building: [\d.]+ per cent/);
    expect(await answers(program)).toBe(before);
    const url = new URL(program.url);
    const again = await rebuild(['--key', KEY], { HOST: url.hostname, PORT: url.port });
    expect([again.code, again.stderr, again.stdout.endsWith(SAME)]).toEqual([0, '', true]);
    expect(await rebuild(['--url', program.url, '--key', 'another'])).toEqual(oneLine(/the service answers 401: .+/));
    expect(await rebuild(['--url', program.url])).toEqual(oneLine(/an admin key is needed: --key, or ADMIN_API_KEY/));
    expect(await rebuild(['--offline'], settings)).toEqual(oneLine(/\S+log\.sqlite is in use by another process/));
    await program.signal('SIGTERM');
    expect(await rebuild(['--url', program.url, '--key', KEY])).toEqual(
      oneLine(/the service at \S+ cannot be reached \(ECONNREFUSED\); with the service stopped use --offline/),
    );
  });

  it('does it itself where the service is stopped', async () => {
    const run = async (): Promise<string> => {
      const { code, stdout, stderr } = await rebuild(['--offline'], settings);
      expect([code, stderr]).toEqual([0, '']);
      return stdout;
    };
    expect((await run()).endsWith(SAME)).toBe(true);
    alter(path, 'DELETE FROM report_key');
    expect((await run()).endsWith(OTHER)).toBe(true);
    expect((await run()).endsWith(SAME)).toBe(true);
    rmSync(path);
    expect((await run()).endsWith(NOTHING_TO_COMPARE)).toBe(true);
    expect((await run()).endsWith(SAME)).toBe(true);
    expect(filesOfRebuild(settings.DATA_DIR)).toEqual([]);
  });

  it('makes no log where there is none', async () => {
    const DATA_DIR = place.folder();
    expect(await rebuild(['--offline'], { DATA_DIR })).toEqual(oneLine(/\S+log\.sqlite is not there/));
    expect(existsSync(join(DATA_DIR, 'log.sqlite'))).toBe(false);
  });
});
