import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { builtProgram } from '../support/process-build.js';
import { KEY, report } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';
import { type Ended, tracker } from '../support/tracker-command.js';

const place = workplace();
// Several starts each, on a machine that may be busy.
jest.setTimeout(180_000);

const folder = place.folder();
let program: Program;
let settings: Readonly<Record<string, string>>;

beforeAll(async () => {
  program = await place.start({ DATA_DIR: folder, ADMIN_API_KEY: KEY });
  settings = { TRACKER_URL: program.url, TRACKER_KEY: KEY };
});

const run = (...words: string[]): Promise<Ended> => tracker(words, { settings });
const lineOf = (id: string): string => `${JSON.stringify({ entry: 'report', ...report(id) })}\n`;

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('import', () => {
  it('takes a file, and the same again from stdin as unchanged', async () => {
    const lines = lineOf('one') + lineOf('two');
    const first = await run('import', fileOf('lines.ndjson', lines));
    expect(first).toMatchObject({ code: 0, stdout: 'created 2, changed 0, unchanged 0, rejected 0; up to @276\n' });
    const again = await tracker(['import', '-', '--json'], { settings, stdin: lines });
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ summary: { unchanged: 2, created: 0 } });
  });

  it('tells each rejected line on stderr, takes the others, and ends with 3', async () => {
    const { code, stdout, stderr } = await tracker(['import'], {
      settings,
      stdin: `${lineOf('three')}{"entry": "report", "id": "four"}\n`,
    });
    expect([code, stdout]).toEqual([3, 'created 1, changed 0, unchanged 0, rejected 1; up to @277\n']);
    expect(stderr).toMatch(/^line 2 \(four\): invalid-body: .*#\/type/m);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('tracker: 1 lines were rejected');
  });

  it('tells what is doubtful of a line on stderr, and takes it', async () => {
    const meeting = (id: string) => ({ ...report(id), entry: 'report', type: 'MeetingHeld', meeting: 'paris-2026-01-06', data: {} });
    const lines = ['held', 'held-too'].map((id) => `${JSON.stringify(meeting(id))}\n`).join('');
    const { code, stdout, stderr } = await tracker(['import', '--dry-run'], { settings, stdin: lines });
    expect([code, stdout]).toEqual([0, 'created 2, changed 0, unchanged 0, rejected 0, warnings 1; nothing is recorded\n']);
    expect(stderr).toMatch(
      /^line 2 \(held-too\): warning near-duplicate: # "held" tells the same of the same days, by "article-002" too$/m,
    );
  });

  it('says of a file that cannot be read that it is the file', async () => {
    const { code, stdout, stderr } = await tracker(['import', tmpdir()], { settings });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${tmpdir()} cannot be read (EISDIR)`);
  });

  it('records nothing where it is told to decide alone', async () => {
    const { code, stdout } = await tracker(['import', '--dry-run'], { settings, stdin: lineOf('never') });
    expect([code, stdout]).toEqual([0, 'created 1, changed 0, unchanged 0, rejected 0; nothing is recorded\n']);
    expect((await run('log', '--json')).stdout).not.toContain('never');
  });

  it('takes a table by a mapping', async () => {
    const mapping = fileOf(
      'mapping.json',
      JSON.stringify({
        entry: 'report',
        id: 'row-{number}',
        type: 'ContextReported',
        issues: '{issues:list}',
        occurred: '{day}',
        source: { id: '{article}', quote: '{quote}' },
        summary: 'Row {number} says: {what}',
        data: { kind: 'table' },
      }),
    );
    const table =
      'number,day,article,issues,what,quote\n1,2025-12-01,article-002,process;territory,"one, or two",\n2,,article-002,process,three,"so ""it"" is"\n';
    const { code, stdout } = await run('import', '--csv', mapping, fileOf('table.csv', table));
    expect([code, stdout]).toEqual([0, 'created 2, changed 0, unchanged 0, rejected 0; up to @279\n']);
    const { stdout: told } = await run('export');
    const rows = told.split('\n').filter((line) => line.includes('"row-'));
    expect(rows.map((row) => JSON.parse(row) as unknown)).toMatchObject([
      { id: 'row-1', occurred: { edtf: '2025-12-01' }, issues: ['process', 'territory'], summary: 'Row 1 says: one, or two' },
      { id: 'row-2', source: { id: 'article-002', quote: 'so "it" is' }, summary: 'Row 2 says: three' },
    ]);
  });

  it('says which column is missing, and at which line a table breaks', async () => {
    const mapping = fileOf('short.json', '{"entry": "report", "id": "{name}"}');
    const missing = await run('import', '--csv', mapping, fileOf('other.csv', 'id\none\n'));
    expect([missing.code, missing.stderr]).toEqual([3, expect.stringContaining('there is no column "name"; there are id') as string]);
    const broken = await run('import', '--csv', mapping, fileOf('broken.csv', 'name,more\none\n'));
    expect([broken.code, broken.stderr]).toEqual([3, expect.stringContaining('the table cannot be read') as string]);
  });
});

describe('asking', () => {
  it('shows states as tables for people and as JSON for programs', async () => {
    const all = await run('state', '--on', '2026-01-31');
    expect([all.code, all.stdout]).toEqual([0, expect.stringMatching(/^issue +convergence +reports +stances/) as string]);
    const one = await run('state', 'territory', '--on', '2026-01-31', '-n', 'ukraine-peace');
    expect(one.stdout).toMatch(/^russia +demands +ukraine-leaves-donbas +source /m);
    const { stdout } = await run('state', 'territory', '--on', '2026-01-31', '--json');
    const answer = await fetch(`${program.url}/v1/negotiations/ukraine-peace/issues/territory?on=2026-01-31`);
    expect(JSON.parse(stdout)).toEqual(await answer.json());
  });

  it('shows what changed, net and step by step', async () => {
    const changes = await run('changes', '--from', '2026-01-01', '--to', '2026-01-10', '--issue', 'territory');
    expect(changes.stdout).toMatch(/^territory +stale +true +false +no-agreement-on-territorial-concessions$/m);
    const replay = await run('replay', '--issue', 'territory');
    expect(replay.stdout).toMatch(/^1 +2025-12-01 +territory-in-dispute +territory blockers/m);
    const steps = (await run('replay', '--issue', 'territory', '--json')).stdout.trim().split('\n');
    expect(JSON.parse(steps[0] ?? '')).toMatchObject({ step: 1, cause: { report: 'territory-in-dispute' } });
  });

  it('shows what happened and by whom, beside the service that writes', async () => {
    const { code, stdout } = await tracker(['log', '--last', '2', '--by', 'admin'], { settings: { DATA_DIR: folder } });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^position +recorded +type +id +by\n@278 +\S+Z +ContextReported +row-1 +admin\n@279 .+row-2 +admin\n$/,
      ) as string,
    ]);
  });

  it.each([
    [3, ['state', 'teritory'], /^tracker: the service answers 404: There is no issue "teritory".*did you mean territory/],
    [3, ['state', '--as-of', 'yesterday'], /^tracker: the service answers 400: /],
    [2, ['state', '--certainty', 'maybe'], /^error: option '--certainty <which>' argument 'maybe' is invalid/],
    [2, ['remember'], /^error: unknown command 'remember'/],
    [2, ['log', '--last', 'all'], /^error: .*a number from 1 on is asked for/],
    [
      1,
      ['state', '--url', 'http://127.0.0.1:65535'],
      /^tracker: the service at http:\/\/127\.0\.0\.1:65535 cannot be reached \(ECONNREFUSED\)\n$/,
    ],
    [2, ['state', '--url', 'localhost:3000'], /^tracker: "localhost:3000" is no http:\/\/ or https:\/\/ URL\n$/],
    [1, ['import', '/nowhere/lines.ndjson'], /^tracker: \/nowhere\/lines\.ndjson cannot be read \(ENOENT\)\n$/],
  ])('ends with %i: %j', async (code, words, told) => {
    expect(await run(...words)).toEqual({ code, stdout: '', stderr: expect.stringMatching(told) as string });
  });

  it('is refused with 3 where the key is not taken, and nothing is recorded', async () => {
    const refused = await tracker(['import', '-n', 'ukraine-peace'], {
      settings: { TRACKER_URL: program.url, TRACKER_KEY: 'a-wrong-key' },
      stdin: lineOf('x'),
    });
    expect(refused).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/^tracker: the service answers 401: /) as string });
  });

  it.each([
    [3, 'a service that refuses', () => program.url, /^tracker: the service answers 401: /],
    [1, 'no service', () => 'http://127.0.0.1:1', /^tracker: the service at http:\/\/127\.0\.0\.1:1 cannot be reached /],
  ])('ends with %i at %s, though more could come on stdin', async (code, _, url, told) => {
    const settings = { TRACKER_URL: url(), TRACKER_KEY: 'a-wrong-key' };
    const ended = await tracker(['import', '-', '-n', 'ukraine-peace'], { settings, stdin: null });
    expect(ended).toEqual({ code, stdout: '', stderr: expect.stringMatching(told) as string });
  });

  it('explains itself, with examples and exit codes', async () => {
    const { code, stdout } = await run('--help');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Exit codes:') as string]);
    for (const name of stdout.matchAll(/^ {2}([a-z][a-z-]+) /gm)) {
      const help = await run(...(name[1] === 'help' ? ['help'] : [name[1] ?? '', '--help']));
      expect(help.stdout).toMatch(/Examples:|Which service is asked:/);
    }
  });
});

describe('where no service runs', () => {
  it('an export of one folder and an import into another give the same state', async () => {
    const file = join(folder, 'whole.ndjson');
    const exported = await run('export', '-o', file);
    expect(exported).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/^\d+ lines of 279 events, up to @279\n$/) as string,
    });
    const alone = { DATA_DIR: place.folder() };
    const imported = await tracker(['import', '-n', 'ukraine-peace', file], { settings: alone });
    expect([imported.code, imported.stdout]).toEqual([0, expect.stringMatching(/, rejected 0, warnings \d+; up to @279\n$/) as string]);
    const state = ['state', '--on', '2026-01-31'];
    expect((await tracker(state, { settings: alone })).stdout).toBe((await run(...state)).stdout);
    expect((await tracker(['log', '--last', '1'], { settings: alone })).stdout).toContain('command-line');
    expect(readFileSync(file, 'utf8').trim().split('\n').at(-1)).toContain('"summary"');
  });

  it('says in one line that a file cannot be written, and what is wrong with a URL without repeating it', async () => {
    const { TRACKER_URL = '' } = settings;
    expect(await run('export', '-o', join(folder, 'nowhere', 'x.ndjson'))).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^tracker: \S+x\.ndjson cannot be written to \(ENOENT\)\n$/) as string,
    });
    const named = await run('export', '--url', TRACKER_URL.replace('://', '://me:s3cret@'));
    expect(named).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/^tracker: [^\n]+TRACKER_KEY\n$/) as string });
    expect(named.stderr).not.toContain('s3cret');
  });

  it('says so where what it tells cannot be written', async () => {
    const program = join(await builtProgram(), 'bin/tracker.cjs');
    const ended = promisify(execFile)('sh', ['-c', '"$0" "$1" completion bash > /dev/full', process.execPath, program]);
    await expect(ended).rejects.toMatchObject({ code: 1, stderr: 'tracker: standard output cannot be written to (ENOSPC)\n' });
  });

  it('a folder without a log is told, and stays empty', async () => {
    const DATA_DIR = place.folder();
    for (const words of [['state'], ['log']]) {
      const { code, stderr } = await tracker(words, { settings: { DATA_DIR } });
      expect([code, stderr]).toEqual([1, expect.stringContaining('log.sqlite is not there: DATA_DIR holds no log') as string]);
    }
    expect(existsSync(join(DATA_DIR, 'log.sqlite'))).toBe(false);
  });
});

describe('completion of bash', () => {
  const complete = async (line: string): Promise<string[]> => {
    const script = (await run('completion', 'bash')).stdout;
    const words = line.split(' ');
    const asked = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${String(words.length - 1)}; _tracker; echo "\${COMPREPLY[@]}"`;
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', asked]);
    return stdout.trim().split(' ');
  };

  it.each([
    ['tracker ex', ['export']],
    ['tracker keys ro', ['rotate']],
    ['tracker keys add desk --ro', ['--role']],
    ['tracker state territory --as', ['--as-of']],
    ['tracker completion ', ['bash', '--help']],
    ['tracker import lines', ['']],
  ])('of "%s"', async (line, words) => {
    expect(await complete(line)).toEqual(words);
  });
});
