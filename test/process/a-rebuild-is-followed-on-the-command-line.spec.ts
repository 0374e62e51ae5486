import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answers, importLines, KEY, manySources } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';
import { alter, filesOfRebuild, ready } from '../support/process-read-model.js';
import { type Ended, tracker } from '../support/tracker-command.js';

const place = workplace();
// Several starts each, on a machine that may be busy.

const rebuild = (args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  tracker(['rebuild', ...args], { settings });

const SAME = 'swapped: the new file holds the same rows as the old one\n';
const OTHER = 'swapped: the new file holds other rows than the old one\n';
const NOTHING_TO_COMPARE = 'swapped: there was nothing to compare the new file with\n';
const oneLine = (what: RegExp, code = 1) => ({
  code,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^tracker: ${what.source}\\n$`)) as string,
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
    expect([code, stdout]).toEqual([0, SAME]);
    expect(stderr).toMatch(/^building: \d+ per cent/);
    expect(await answers(program)).toBe(before);
    const { hostname, port } = new URL(program.url);
    const again = await rebuild([], { DATA_DIR: settings.DATA_DIR, TRACKER_KEY: KEY, HOST: hostname, PORT: port });
    expect([again.code, again.stdout]).toEqual([0, SAME]);
    expect(await rebuild([], { TRACKER_URL: program.url, TRACKER_KEY: 'another' })).toEqual(oneLine(/the service answers 401: .+/, 3));
    expect(await rebuild(['--url', program.url])).toEqual(oneLine(/the service answers 401: .+/, 3));
    await program.signal('SIGTERM');
    expect(await rebuild(['--url', program.url], { TRACKER_KEY: KEY })).toEqual(
      oneLine(/the service at \S+ cannot be reached \(ECONNREFUSED\)/),
    );
  });

  it('does it itself where the service is stopped', async () => {
    const run = async (): Promise<string> => {
      const { code, stdout } = await rebuild([], settings);
      expect(code).toBe(0);
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
    expect(await rebuild([], { DATA_DIR })).toEqual(oneLine(/\S+log\.sqlite is not there/));
    expect(existsSync(join(DATA_DIR, 'log.sqlite'))).toBe(false);
  });
});
