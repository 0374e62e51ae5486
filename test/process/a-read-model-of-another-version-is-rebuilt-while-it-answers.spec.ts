import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROJECTION_VERSION } from '../../src/read-model/tables/definition.js';
import { answers, KEY, projection } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';
import { alter, enlargeAndScratch, filesOfRebuild, ready } from '../support/process-read-model.js';

const place = workplace();
// Several starts each, on a machine that may be busy.

describe('a read model', () => {
  const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
  const path = join(settings.DATA_DIR, 'read-model.sqlite');
  let before = '';

  beforeAll(async () => {
    const program = await place.start(settings);
    await ready(program);
    before = await answers(program);
    await program.signal('SIGTERM');
  });

  const rebuilt = async (program: Program) => {
    for (;;) {
      const now = await projection(program);
      if (now.rebuild !== null && now.rebuild.state !== 'running') return now;
      await pause(20);
    }
  };

  it('of an earlier version of the projections answers, and is replaced by itself', async () => {
    alter(path, `UPDATE meta SET value = '0' WHERE key = 'version'`);
    const program = await place.start(settings);
    // Its rows are as right as those of today, so that no answer differs at any time.
    expect(await answers(program)).toBe(before);
    expect(await rebuilt(program)).toMatchObject({
      version: PROJECTION_VERSION,
      wantedVersion: PROJECTION_VERSION,
      rebuild: { state: 'swapped', reason: 'version', same: true },
    });
    expect(await answers(program)).toBe(before);
    expect(filesOfRebuild(settings.DATA_DIR)).toEqual([]);
    expect(program.stderr).toBe('');
    await program.signal('SIGTERM');
  });

  it('of another form answers what it holds, tells it, and is replaced by itself', async () => {
    alter(
      path,
      `UPDATE meta SET value = 'other' WHERE key = 'shape'; UPDATE meta SET value = json_remove(value, '$.lists.moved') WHERE key = 'form'`,
    );
    const program = await place.start(settings);
    expect(await answers(program)).toBe(before);
    expect(await rebuilt(program)).toMatchObject({ renewal: null, rebuild: { state: 'swapped', reason: 'form', same: null } });
    expect(await answers(program)).toBe(before);
    expect(program.output).toMatch(/read-model\.sqlite is of another form; it answers what it can until/);
    await program.signal('SIGTERM');
  });

  it('of a form that says nothing of itself stays until one is built in its place', async () => {
    alter(path, `UPDATE meta SET value = '15' WHERE key = 'shape'; DELETE FROM meta WHERE key = 'form'`);
    const program = await place.start(settings);
    await ready(program);
    expect(await answers(program)).toBe(before);
    expect(await rebuilt(program)).toMatchObject({ rebuild: { state: 'swapped', reason: 'form', same: null } });
    expect(program.output).toMatch(/read-model\.sqlite is of a form that this version cannot read; it is built anew from the log/);
    await program.signal('SIGTERM');
  });

  it('that is too large to be looked through at the start is replaced when a read finds it damaged', async () => {
    enlargeAndScratch(path);
    const program = await place.start(settings);
    while ((await answers(program)) !== before) await pause(20);
    expect(await rebuilt(program)).toMatchObject({ rebuild: { state: 'swapped', reason: 'damage', same: null } });
    expect(program.output).toMatch(/read-model\.sqlite is damaged; it is built anew from the log/);
    await program.signal('SIGTERM');
  });
});
