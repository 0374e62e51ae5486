import { jest } from '@jest/globals';
import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';
import { type Ended, tracker } from '../support/tracker-command.js';

const place = workplace();
// Several starts each, on a machine that may be busy.
jest.setTimeout(60_000);

const settings = { DATA_DIR: place.folder(), LOAD_SEEDS: 'false' };
let program: Program;
beforeAll(async () => {
  program = await place.start(settings);
});

const keys = (...args: string[]): Promise<Ended> => tracker(['keys', ...args], { settings });

/** The key that a command shows. */
function shown({ stdout }: Ended): string {
  return /: (nt_\S+)$/m.exec(stdout)?.[1] ?? '';
}

async function statusWith(key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return (await fetch(`${program.url}/v1/admin/negotiations/talks`, { method: 'PUT', headers, body: '{"title":"Talks"}' })).status;
}

it('the service that runs takes over what is made, rotated and revoked', async () => {
  const made = await keys('add', 'desk', '--role', 'editor', '--negotiation', 'talks');
  const key = shown(made);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^desk \(editor\): .+\nIt is shown this once/) as string });
  expect(await statusWith(key)).toBe(201);
  const next = shown(await keys('rotate', 'desk', '--overlap-hours', '0'));
  expect([await statusWith(key), await statusWith(next)]).toEqual([401, 200]);
  expect((await keys('revoke', 'desk')).stdout).toMatch(/^desk: revoked 2\d{3}-/);
  expect(await statusWith(next)).toBe(401);
});

it('they are listed for people and for programs, with none of their texts', async () => {
  const { stdout } = await keys('list');
  expect(stdout).toMatch(/^name +role +negotiations +state +last used +kept in$/m);
  expect(stdout).toMatch(/^admin +admin +all +active +never +keys\.json$/m);
  const listed = await keys('list', '--json');
  expect(JSON.parse(listed.stdout)).toMatchObject([{ name: 'admin' }, { name: 'desk', role: 'editor', negotiations: ['talks'] }]);
  expect(listed.stdout).not.toContain(program.adminKey);
});

it.each([
  [3, ['add', 'desk', '--role', 'reader'], 'There is, or was, a key "desk"'],
  [3, ['rotate', 'desk'], 'is revoked'],
  [3, ['revoke', 'nobody'], 'There is no key "nobody"'],
  [2, ['add', 'two words', '--role', 'reader'], 'a name has letters'],
  [2, ['add', 'x', '--role', 'editor', '--negotiation', 'TALKS'], '"TALKS" is no id of a negotiation'],
  [2, ['add', 'x', '--role', 'editor', '--negotiation', 'talks.1'], '"talks.1" is no id of a negotiation'],
  [2, ['add', 'x', '--role', 'owner'], 'Allowed choices are reader, editor, admin'],
  [2, ['add', 'x'], "required option '--role <role>' not specified"],
  [2, ['rotate', 'admin', '--overlap-hours', 'ever'], 'a number of hours'],
])('ends with %i and what is wrong: %j', async (ends, args, told) => {
  const { code, stdout, stderr } = await keys(...args);
  expect([code, stdout]).toEqual([ends, '']);
  expect(stderr).toContain(told);
});

it('tells how it is used, with examples', async () => {
  expect((await keys('--help')).stdout).toContain('tracker keys add desk --role editor');
});
