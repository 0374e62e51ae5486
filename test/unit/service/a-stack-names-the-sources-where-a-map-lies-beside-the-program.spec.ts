import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asWritten } from '../../../src/service/as-written.js';

const folder = mkdtempSync(join(tmpdir(), 'as-written-'));
const program = pathToFileURL(join(folder, 'program.js')).href;

beforeAll(() => {
  // The second line of the program is the third one of its source, six letters further in.
  const map = { version: 3, sources: ['../src/program.ts'], names: [], mappings: 'AAAA;AAEM' };
  writeFileSync(join(folder, 'program.js.map'), JSON.stringify(map));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('each place that the map knows is told as it stands in the source', () => {
  const source = new URL('../src/program.ts', program).href;
  expect(asWritten(`Error: no room\n    at store (${program}:2:1)\n    at ${program}:1:1`)).toBe(
    `Error: no room\n    at store (${source}:3:7)\n    at ${source}:1:1`,
  );
});

it('what has no map, and what is no stack, stays as it is', () => {
  for (const text of ['the log was cut off', `Error\n    at f (${program.replace('program', 'other')}:2:1)`, 'at node:fs:1:2'])
    expect(asWritten(text)).toBe(text);
});
