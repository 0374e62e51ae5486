import { jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { workplace } from '../support/process-folders.js';

const place = workplace();
jest.setTimeout(120_000);

/** What a start has done so far, by the file that shows it. */
const STAGES = ['log.sqlite', 'read-model.sqlite', 'seeding-under-way'];

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it.each(STAGES)('once %s is there', async (file) => {
    const folder = place.folder();
    const program = await place.launch({ DATA_DIR: folder });
    while (!existsSync(join(folder, file))) await pause(5);
    expect(await program.signal(signal)).toEqual({ code: 0, signal: null });
    expect(program.stderr).toBe('');
  });
});

it('what was interrupted is completed by the next start', async () => {
  const folder = place.folder();
  const program = await place.launch({ DATA_DIR: folder });
  while (!existsSync(join(folder, 'seeding-under-way'))) await pause(5);
  await program.signal('SIGTERM');
  const next = await place.start({ DATA_DIR: folder });
  const { items } = (await (await fetch(`${next.url}/v1/negotiations`)).json()) as { items: { id: string }[] };
  expect(items.map(({ id }) => id)).toEqual(['ukraine-peace']);
  expect(existsSync(join(folder, 'seeding-under-way'))).toBe(false);
});
