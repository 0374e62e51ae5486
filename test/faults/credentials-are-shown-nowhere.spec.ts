import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FaultyLog, faultyLogs, urlThrough } from '../support/fault-log.js';
import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';

const place = workplace();
const USER = 'desk-of-the-ministry';
const SECRET = 's3cret-w0rd';
/** In the URL, decoded, and as the header of a call holds both. */
const SHOWN = [SECRET, encodeURIComponent(SECRET), Buffer.from(`${USER}:${SECRET}`).toString('base64'), USER];

const STATES: readonly (readonly [state: string, fail: (log: FaultyLog) => unknown])[] = [
  ['refuses connections', ({ proxy }) => proxy.refuse()],
  ['is silent', ({ proxy }) => { proxy.freeze(); }],
  ['is cut off in the midst of an answer', ({ proxy }) => { proxy.cutAfter('server', 20); }],
  ['is cut off again and again', ({ proxy }) => { proxy.cutAfter('client', 100); setTimeout(() => { proxy.cut(); }, 500); }],
];

/** All that a person or another program may be told by a running service. */
async function told({ url, adminKey }: Program): Promise<string[]> {
  const headers = { authorization: `Bearer ${adminKey ?? ''}`, 'content-type': 'application/json' };
  const asked: readonly (readonly [method: string, path: string, body?: string])[] = [
    ['GET', '/health/live'],
    ['GET', '/health/ready'],
    ['GET', '/openapi.json'],
    ['GET', '/v1/negotiations'],
    ['GET', '/v1/admin/projections'],
    ['POST', '/v1/admin/projections/rebuild'],
    ['PUT', '/v1/admin/negotiations/talks', '{"title":"Talks"}'],
    ['POST', '/v1/admin/negotiations/talks/import', '[{"entry":"negotiation","id":"talks","title":"Talks"}]'],
  ];
  const answers = await Promise.all(
    asked.map(async ([method, path, body]) => {
      const answer = await fetch(url + path, { method, headers, ...(body !== undefined && { body }), signal: AbortSignal.timeout(25_000) });
      return `${method} ${path} ${String(answer.status)} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;
    }),
  );
  return [...answers, await (await fetch(`${url}/v1/admin/projections`, { headers, signal: AbortSignal.timeout(25_000) })).text()];
}

describe.each(faultyLogs())('%s', (_name, start) => {
  it.each(STATES)('while it %s', async (_state, fail) => {
    const log = await start();
    const folder = place.folder();
    const url = urlThrough(log.proxy, '', `${USER}:${encodeURIComponent(SECRET)}@`);
    const program = await place.start({ DATA_DIR: folder, EVENT_STORE_URL: url, LOG_LEVEL: 'debug' });
    await pause(300);
    await fail(log);
    const answers = await told(program);
    await log.proxy.heal();
    const { code } = await program.signal('SIGTERM');
    await log.stop();
    expect(code).toBe(0);
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)).toString('latin1'));
    for (const text of [...answers, program.stdout, program.stderr, ...files]) {
      for (const shown of SHOWN) expect(text.includes(shown) ? text : '').toBe('');
    }
  });
});
