import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';

const place = workplace();
const KEY = 'a-key-for-the-tests';
const ROOM_BYTES = 500_000;
const ADMIN = '/v1/admin/negotiations/talks';

interface Told {
  readonly status: number;
  readonly body: Record<string, unknown> & { readonly items?: readonly { readonly id: string }[] };
}

let program: Program;

async function ask(method: string, path: string, body?: object): Promise<Told> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
  const answer = await fetch(`${program.url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: (await answer.json()) as Told['body'] };
}

/** How large a file of the process may become: what lies beyond it the system refuses, as it does where a disk is full. */
async function allow(bytes: number | 'unlimited'): Promise<void> {
  await promisify(execFile)('prlimit', [`--pid=${String(program.pid)}`, `--fsize=${String(bytes)}:unlimited`]);
}

const report = (i: number): object => ({
  id: `r${String(i)}`,
  type: 'ContextReported',
  source: { id: 'times' },
  summary: `${String(i)} ${'x'.repeat(15_000)}`,
  data: { kind: 'other' },
});

it('writes get 507 with the reason, reads go on, and what was acknowledged is there when there is room again', async () => {
  const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY, LOAD_SEEDS: 'false' };
  program = await place.start(settings);
  await ask('PUT', ADMIN, { title: 'Talks' });
  await ask('PUT', `${ADMIN}/sources/times`, { published: '2026-01-01' });
  await allow(ROOM_BYTES);
  const acknowledged: string[] = [];
  let refused: Told | undefined;
  for (let i = 0; refused === undefined; i += 1) {
    const told = await ask('POST', `${ADMIN}/reports`, report(i));
    if (told.status === 201) acknowledged.push(`r${String(i)}`);
    else refused = told;
  }
  expect(refused).toMatchObject({ status: 507, body: { code: 'disk-full' } });
  expect(acknowledged.length).toBeGreaterThan(3);
  const { body: ready } = await ask('GET', '/health/ready');
  expect(ready.diskFault).toMatch(/the log cannot grow in/);
  expect((await ask('GET', '/v1/negotiations/talks')).status).toBe(200);
  expect((await ask('POST', `${ADMIN}/reports`, report(1_000))).status).toBe(507);

  await allow('unlimited');
  const again = await ask('POST', `${ADMIN}/reports`, report(acknowledged.length));
  expect(again.status).toBe(201);
  expect((await ask('GET', '/health/ready')).body.diskFault).toBeNull();
  const wanted = [...acknowledged, `r${String(acknowledged.length)}`];
  expect(await reportsAt(String(again.body.position))).toEqual(wanted.toSorted());

  await program.signal('SIGKILL');
  program = await place.start(settings);
  expect(await reportsAt(String(again.body.position))).toEqual(wanted.toSorted());
});

/** The ids of all reports, once the read model has come so far. */
async function reportsAt(position: string): Promise<string[]> {
  for (;;) {
    const { status, body } = await ask('GET', `/v1/negotiations/talks/reports?limit=500&recordedBy=@${position}`);
    if (status === 200) return (body.items ?? []).map(({ id }) => id).toSorted();
    await pause(50);
  }
}
