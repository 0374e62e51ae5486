import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers, KEY } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';

const place = workplace();
// Several starts each, on a machine that may be busy.

describe('the file of the read model', () => {
  const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
  const path = join(settings.DATA_DIR, 'read-model.sqlite');
  let before = '';

  const halved = (): Buffer => {
    const bytes = readFileSync(path);
    return bytes.subarray(0, bytes.length / 2);
  };
  const scratched = (): Buffer => {
    const bytes = readFileSync(path);
    return bytes.fill(0xff, bytes.length / 4, bytes.length / 2);
  };
  const LOSSES: readonly (readonly [string, () => void])[] = [
    [
      'is missing',
      () => {
        rmSync(path);
      },
    ],
    [
      'holds something else',
      () => {
        writeFileSync(path, 'no database '.repeat(5_000));
      },
    ],
    [
      'is cut off in the middle',
      () => {
        writeFileSync(path, halved());
      },
    ],
    [
      'is overwritten in part',
      () => {
        writeFileSync(path, scratched());
      },
    ],
  ];

  beforeAll(async () => {
    const program = await place.start(settings);
    before = await answers(program);
    await program.signal('SIGTERM');
  });

  it.each(LOSSES)('%s: it is built anew, and the answers are the same', async (_, lose) => {
    lose();
    const program = await place.start(settings);
    while ((await fetch(`${program.url}/health/ready`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await answers(program)).toBe(before);
    expect(program.stderr).toBe('');
    await program.signal('SIGTERM');
  });
});
