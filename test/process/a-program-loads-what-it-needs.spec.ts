import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram } from '../support/process-build.js';

const COMPILER_MAY_TAKE_MS = 120_000;

it(
  'imports nothing of Node that brings a client of HTTP into a thread that has no use for one',
  async () => {
    const folder = join(await builtProgram(), 'dist');
    const programs = globSync(['service/run.js', 'tracker.js', '**/*.part.*.js', 'threads/*-thread.js'], { cwd: folder });
    const importing = programs.filter((path) => /\b(?:from|import) *"(?:node:)?https?2?"/.test(readFileSync(join(folder, path), 'utf8')));
    expect(programs.length).toBeGreaterThanOrEqual(5);
    expect(importing).toEqual([]);
  },
  COMPILER_MAY_TAKE_MS,
);
