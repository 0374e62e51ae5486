import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { answers, api, KEY, postUntilItBreaks, recordedReports } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';
import { type Ended, tracker } from '../support/tracker-command.js';

const place = workplace();
// Several starts each, on a machine that may be busy.
jest.setTimeout(240_000);

const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
const backups = place.folder();
const WEBHOOKS = '/admin/negotiations/ukraine-peace/webhooks';
const webhooksOf = async (of: Program): Promise<object[]> => ((await (await api(of, 'GET', WEBHOOKS)).json()) as { items: object[] }).items;
let program: Program;
let acknowledgedBefore = 0;
let posting: Promise<string[]>;
let backup = '';

beforeAll(async () => {
  program = await place.start(settings);
});

it('is made while the log is written, and holds all that was acknowledged before', async () => {
  await api(program, 'POST', WEBHOOKS, { url: 'https://example.org/changes', kinds: ['agreements'] });
  expect(await webhooksOf(program)).toHaveLength(1);
  let acknowledged = 0;
  posting = postUntilItBreaks(program, 'writer', () => (acknowledged += 1));
  while (acknowledged < 20) await pause(10);
  acknowledgedBefore = acknowledged;
  const made = await tracker(['backup', backups], { settings });
  expect(made).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\S+: \d+ events up to @\d+, root sha256:[0-9a-f]{64}\n$/) as string,
  });
  backup = made.stdout.slice(0, made.stdout.indexOf(': '));
  expect(readdirSync(backup).sort()).toEqual(['keys.json', 'log.sqlite', 'manifest.json'].filter((name) => existsSync(join(backup, name))));
  const verified = await tracker(['verify', backup, '--json']);
  const manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  expect(JSON.parse(verified.stdout)).toMatchObject({
    findings: [],
    events: manifest.events,
    root: manifest.sha256,
    position: manifest.position,
  });
});

it('comes back into an empty folder, and answers as it did at that position', async () => {
  await program.signal('SIGTERM');
  await posting;
  const DATA_DIR = join(place.folder(), 'restored');
  const restored = await tracker(['restore', backup], { settings: { DATA_DIR } });
  expect(restored).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/^\S+restored: \d+ events up to @\d+\n$/) as string,
  });
  const again = await place.start({ ...settings, DATA_DIR });
  const reports = await recordedReports(again);
  for (let i = 0; i < acknowledgedBefore; i += 1) expect(reports.filter((id) => id === `writer-${String(i)}`)).toHaveLength(1);
  expect(await answers(again)).toContain('"recordedBy"');
  // They would tell what was told after the backup a second time.
  expect(await webhooksOf(again)).toEqual([]);
  await again.signal('SIGTERM');
  expect(await tracker(['restore', backup], { settings: { DATA_DIR } })).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('is not empty: a backup is restored into an empty folder only') as string,
  });
});

it('the newest ones are kept, and nothing that is no backup is taken away', async () => {
  const folder = place.folder();
  writeFileSync(join(folder, 'notes'), 'mine');
  // Begun long ago, and left there.
  mkdirSync(join(folder, 'tracker-2026-01-01T00-00-00.000Z.unfinished'));
  const kept: string[] = [];
  for (let i = 0; i < 3; i += 1) kept.push((await tracker(['backup', folder, '--keep', '2'], { settings })).stdout.split(': ')[0] ?? '');
  expect(readdirSync(folder).sort()).toEqual(['notes', ...kept.slice(1).map((path) => path.slice(folder.length + 1))]);
});

it('one that was changed is told, and not restored', async () => {
  const { stdout } = await tracker(['backup', place.folder()], { settings });
  const changed = stdout.slice(0, stdout.indexOf(': '));
  const log = new DatabaseSync(join(changed, 'log.sqlite'));
  log.exec("UPDATE event SET metadata = replace(metadata, 'seeds', 'weeds') WHERE position = 5");
  log.close();
  const verified = await tracker(['verify', changed]);
  expect(verified.code).toBe(4);
  expect(verified.stdout).toMatch(/^changed: log\.sqlite is not the file that was backed up\n@5 \S+ changed: /);
  const DATA_DIR = join(place.folder(), 'never');
  const restored = await tracker(['restore', changed], { settings: { DATA_DIR } });
  expect([restored.code, existsSync(DATA_DIR)]).toEqual([4, false]);
});

it('what is no backup is told', async () => {
  expect(await tracker(['restore', place.folder()], { settings: { DATA_DIR: place.folder() } })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^tracker: \S+ is no backup: it has no manifest\.json that can be read\n$/) as string,
  });
});

it('nothing is written elsewhere, whatever a manifest names', async () => {
  const folder = place.folder();
  const { stdout } = await tracker(['backup', folder], { settings });
  const made = stdout.slice(0, stdout.indexOf(': '));
  const manifest = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8')) as { form: number; files: Record<string, object> };
  const told = (changed: object): Promise<Ended> => {
    writeFileSync(join(made, 'manifest.json'), JSON.stringify({ ...manifest, ...changed }));
    return tracker(['restore', made], { settings: { DATA_DIR: join(folder, 'a', 'b') } });
  };
  writeFileSync(join(folder, 'elsewhere'), 'x');
  const sha256 = createHash('sha256').update('x').digest('hex');
  const noBackup = { code: 1, stderr: expect.stringContaining('is no backup: it has no manifest.json that can be read') as string };
  expect(await told({ files: { ...manifest.files, '../elsewhere': { bytes: 1, sha256 } } })).toMatchObject(noBackup);
  expect(await told({ position: 'x' })).toMatchObject(noBackup);
  expect(await told({ form: 2 })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/was made by a later version of this program \(form 2\): restore it with that one\n$/) as string,
  });
  expect(existsSync(join(folder, 'a'))).toBe(false);
});

it('the service makes them by itself where it is set to', async () => {
  const folder = join(place.folder(), 'kept');
  const scheduled = await place.start({ ...settings, DATA_DIR: place.folder(), BACKUP_DIR: folder, BACKUP_KEEP: '1' });
  while (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith('Z'))) await pause(50);
  const [made = ''] = readdirSync(folder);
  expect((await tracker(['verify', join(folder, made)])).stdout).toMatch(/274 events up to @274\n.*\nall is as it was written\n$/);
  await scheduled.signal('SIGTERM');
});

it('the log of a service is verified while it runs, against a root that an answer told', async () => {
  const running = await place.start({ ...settings, DATA_DIR: place.folder() });
  const { headers } = await fetch(`${running.url}/v1/negotiations/ukraine-peace?recordedBy=@100`);
  const root = headers.get('log-root') ?? '';
  expect(root).toMatch(/^@100 sha256:[0-9a-f]{64}$/);
  const DATA_DIR = /^Data: +(\S+)$/m.exec(running.stdout)?.[1] ?? '';
  expect(await tracker(['verify', '--root', root.replace(' ', '=')], { settings: { DATA_DIR } })).toMatchObject({ code: 0 });
  const other = await tracker(['verify', '--root', `@101=${root.slice(root.indexOf('sha256'))}`], { settings: { DATA_DIR } });
  expect([other.code, other.stdout]).toEqual([4, expect.stringMatching(/^other-root: the root at @101 is sha256:/) as string]);
  appendFileSync(join(DATA_DIR, 'not-a-log'), 'x'.repeat(10_000));
  expect(await tracker(['verify', join(DATA_DIR, 'not-a-log')])).toMatchObject({ code: 1 });
  await running.signal('SIGTERM');
});
