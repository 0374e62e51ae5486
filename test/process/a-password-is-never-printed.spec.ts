import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { workplace } from '../support/process-folders.js';

const place = workplace();

/** Nothing listens on port 1. */
const UNREACHABLE = 'esdb://tracker:s3cr3t-w0rd@127.0.0.1:1?tls=false';

describe('an EventStoreDB that cannot be reached', () => {
  it('leaves the process alive and not ready, and its password in nothing that is printed or written', async () => {
    const folder = place.folder();
    const program = await place.start({ DATA_DIR: folder, EVENT_STORE_URL: UNREACHABLE, LOG_LEVEL: 'debug' });
    await pause(3_000);
    expect((await fetch(`${program.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${program.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('retry-after')).toBe('1');
    await program.signal('SIGTERM');
    expect(program.output).not.toContain('s3cr3t-w0rd');
    expect(await ready.text()).not.toContain('s3cr3t-w0rd');
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes('s3cr3t-w0rd')).toBe(false);
  });
});
