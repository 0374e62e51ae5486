import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../src/safekeeping/make-folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'made-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('with those above it, and as it is where it is there', () => {
  const path = join(folder, 'a', 'b', 'c');
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

it('not where a file stands', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => {
    makeFolder(file);
  }).toThrow('EEXIST');
  expect(() => {
    makeFolder(join(file, 'x'));
  }).toThrow('EEXIST');
});

it.each(['/proc/nowhere', '/proc/nowhere/x'])('not where none can be made: %s', (path) => {
  expect(() => {
    makeFolder(path);
  }).toThrow(/ENOENT|EACCES|EROFS|EPERM/);
});
