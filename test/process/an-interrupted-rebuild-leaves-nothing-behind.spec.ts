import { setTimeout as pause } from 'node:timers/promises';
import { answers, api, importLines, KEY, manySources } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';
import { filesOfRebuild, ready } from '../support/process-read-model.js';

const place = workplace();
// Several starts each, on a machine that may be busy.

describe('a rebuild that is under way', () => {
  const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
  let before = '';

  beforeAll(async () => {
    const program = await place.start(settings);
    await importLines(program, manySources(4_000));
    await ready(program);
    before = await answers(program);
    await program.signal('SIGTERM');
  });

  it.each([
    ['SIGTERM', 'is gone when the program is', 0],
    ['SIGKILL', 'is cleared away at the next start', 1],
  ] as const)('at a %s %s', async (signal, _, left) => {
    const program = await place.start(settings);
    await ready(program);
    await api(program, 'POST', '/admin/projections/rebuild');
    while (filesOfRebuild(settings.DATA_DIR).length === 0) await pause(1);
    await program.signal(signal);
    expect(new Set(filesOfRebuild(settings.DATA_DIR).map((name) => name.replace(/-(wal|shm|journal)$/, ''))).size).toBe(left);

    const again = await place.start(settings);
    await ready(again);
    expect(filesOfRebuild(settings.DATA_DIR)).toEqual([]);
    expect(await answers(again)).toBe(before);
    await again.signal('SIGTERM');
  });
});
