import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';

const place = workplace();
const KEY = 'a-key-for-the-tests';
const WRONG = 'a-wrong-key-of-somebody';

type Line = Readonly<Record<string, unknown>>;

/** What was printed as JSON. */
function lines({ stdout }: Program): Line[] {
  return stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []));
}

let program: Program;
beforeAll(async () => {
  program = await place.start({ DATA_DIR: place.folder(), ADMIN_API_KEY: `desk=${KEY}` });
});

async function ask(id: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Line | undefined> {
  await (await fetch(`${program.url}${path}`, { method, headers: { 'x-request-id': id, ...headers } })).text();
  await program.prints(`"id":"${id}"`);
  const told = lines(program).filter((line) => line.id === id);
  expect(told).toHaveLength(1);
  return told[0];
}

it('says that it has started, with its version and its log', () => {
  expect(lines(program)).toContainEqual(
    expect.objectContaining({ level: 'info', context: 'Service', msg: 'started', url: program.url, store: 'embedded', version: '0.1.0' }),
  );
});

it('says nothing of how the program is put together', () => {
  const begun = lines(program).findIndex(({ msg }) => msg === 'started');
  expect(begun).toBeGreaterThanOrEqual(0);
  expect(lines(program).filter(({ msg }) => /dependencies initialized|Mapped \{/.test(String(msg)))).toEqual([]);
});

it('names the route, not what was asked', async () => {
  const line = await ask('read', '/v1/negotiations/ukraine-peace/issues/territory?on=2026-01-31');
  expect(line).toMatchObject({ level: 'info', method: 'GET', route: '/v1/negotiations/:n/issues/:i', status: 200 });
  expect(line?.ms).toBeGreaterThanOrEqual(0);
  expect(line).not.toHaveProperty('key');
  expect(JSON.stringify(line)).not.toMatch(/territory|2026-01-31/);
});

it('names the key by its name, and the code of a refusal', async () => {
  const line = await ask('write', '/v1/admin/negotiations/none', { authorization: `Bearer ${KEY}` });
  expect(line).toMatchObject({ key: 'desk', status: 404, code: 'not-found', route: '/v1/admin/negotiations/:n' });
});

it('warns of credentials that are nobody’s, with their address', async () => {
  const line = await ask('refused', '/v1/admin/keys', { authorization: `Bearer ${WRONG}` });
  expect(line).toMatchObject({ level: 'warn', status: 401, code: 'unauthorized', address: '127.0.0.1' });
  const none = await ask('without', '/v1/admin/keys');
  expect(none).toMatchObject({ level: 'info', status: 401 });
});

it('passes over what machines ask every few seconds, unless it is looked for', async () => {
  expect(await (await fetch(`${program.url}/health/live`)).text()).toContain('live');
  await ask('last', '/v1/negotiations');
  expect(lines(program).filter(({ route }) => route === '/health/live')).toEqual([]);
});

it('says that it stops, and holds no key', async () => {
  await program.signal('SIGTERM');
  expect(lines(program).slice(-2)).toMatchObject([{ msg: 'stopping' }, { msg: 'stopped' }]);
  expect(program.output).not.toContain(KEY);
  expect(program.output).not.toContain(WRONG);
});

it('goes on where nobody reads the log any more', async () => {
  const unread = await place.start({ DATA_DIR: place.folder(), LOAD_SEEDS: 'false' });
  unread.leaveUnread();
  for (let asked = 0; asked < 5; asked += 1) {
    expect((await fetch(`${unread.url}/v1/negotiations`)).status).toBe(200);
  }
  expect(await unread.signal('SIGTERM')).toEqual({ code: 0, signal: null });
});
