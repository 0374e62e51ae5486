import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, api, KEY, rebuild, recordedReports, report } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';

const place = workplace();
// Several starts each, on a machine that may be busy.
const SEEDS = join(import.meta.dirname, '../../seeds');
const IMPORT = '/admin/negotiations/ukraine-peace/import';

const seedFiles = globSync('*.json', { cwd: SEEDS })
  .sort()
  .map((name) => JSON.parse(readFileSync(join(SEEDS, name), 'utf8')) as { entry: string }[]);
const seededReports = seedFiles.flat().filter(({ entry }) => entry === 'report').length;

/** Settles once the log holds so much that the seeds are under way. */
async function hasBegun(folder: string, bytes: number): Promise<void> {
  const wal = join(folder, 'log.sqlite-wal');
  while (!existsSync(wal) || statSync(wal).size < bytes) await pause(1);
}

async function isConsistent(program: Program): Promise<void> {
  const before = await answers(program);
  expect(await rebuild(program)).toBe(true);
  expect(await answers(program)).toBe(before);
}

describe('kill -9 while the seeds are loaded', () => {
  it.each([60_000, 250_000])('with %d bytes written: the next start is consistent and can be completed', async (bytes) => {
    const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
    const killed = await place.launch(settings);
    await hasBegun(settings.DATA_DIR, bytes);
    expect((await killed.signal('SIGKILL')).signal).toBe('SIGKILL');

    const program = await place.start(settings);
    await isConsistent(program);
    for (const entries of seedFiles) expect((await api(program, 'POST', IMPORT, entries)).status).toBe(200);
    const recorded = await recordedReports(program);
    expect(recorded).toHaveLength(seededReports);
    expect(new Set(recorded).size).toBe(seededReports);
    await program.signal('SIGTERM');
  });
});

describe('kill -9 before the admin key was printed', () => {
  it('costs no key: the next start prints one', async () => {
    const settings = { DATA_DIR: place.folder() };
    const killed = await place.launch(settings);
    await hasBegun(settings.DATA_DIR, 60_000);
    await killed.signal('SIGKILL');
    expect(killed.stdout).toBe('');
    const program = await place.start(settings);
    expect(program.adminKey).toBeDefined();
    await program.signal('SIGTERM');
  });
});

describe('kill -9 in the middle of an import', () => {
  const LINES = 1_500;
  const lines = Array.from({ length: LINES }, (_, i) => JSON.stringify({ entry: 'report', ...report(`line-${String(i + 1)}`) }));

  async function send(program: Program): Promise<Response> {
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-ndjson' };
    return fetch(`${program.url}/v1${IMPORT}`, { method: 'POST', headers, body: lines.join('\n') });
  }

  /** The outcomes that came before the connection broke. */
  async function outcomesUntilItBreaks(answer: Response, onFirst: () => void): Promise<{ id?: string; outcome?: string }[]> {
    let text = '';
    try {
      for await (const chunk of answer.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        onFirst();
      }
    } catch {
      // The process was killed.
    }
    const whole = text.slice(0, text.lastIndexOf('\n') + 1).trim();
    return whole === '' ? [] : whole.split('\n').map((line) => JSON.parse(line) as { id?: string; outcome?: string });
  }

  it('keeps each line that was answered, and the same import again completes it', async () => {
    const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
    const program = await place.start(settings);
    const told = await outcomesUntilItBreaks(await send(program), () => void program.signal('SIGKILL'));
    await program.ended;
    const created = told.flatMap(({ id, outcome }) => (outcome === 'created' && id !== undefined ? [id] : []));
    expect(created.length).toBeGreaterThan(0);
    expect(created.length).toBeLessThan(LINES);

    const restarted = await place.start(settings);
    const recorded = new Set(await recordedReports(restarted));
    expect(created.filter((id) => !recorded.has(id))).toEqual([]);
    const summary = (await (await send(restarted)).text()).trim().split('\n').at(-1) ?? '';
    const already = [...recorded].filter((id) => id.startsWith('line-')).length;
    expect(JSON.parse(summary)).toMatchObject({ summary: { created: LINES - already, unchanged: already, rejected: 0 } });
    expect(await recordedReports(restarted)).toHaveLength(seededReports + LINES);
    await isConsistent(restarted);
    await restarted.signal('SIGTERM');
  });
});
