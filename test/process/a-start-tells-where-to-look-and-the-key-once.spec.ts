import { workplace } from '../support/process-folders.js';
import type { Program } from '../support/process-program.js';

const place = workplace();
// Several starts each, on a machine that may be busy.

describe('a first start and a second one on the same data', () => {
  const folder = place.folder();
  let first: Program;
  let key = '';

  const reportsOf = async ({ url }: Program): Promise<unknown> => {
    const answer = await fetch(`${url}/v1/negotiations/ukraine-peace?on=2026-01-31`);
    return ((await answer.json()) as { counts: unknown }).counts;
  };
  const puts = async ({ url }: Program, adminKey: string): Promise<number> => {
    const answer = await fetch(`${url}/v1/admin/negotiations/ukraine-peace/issues/ceasefire`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
      body: '{"title":"Ceasefire"}',
    });
    return answer.status;
  };

  beforeAll(async () => {
    first = await place.start({ DATA_DIR: folder });
    key = first.adminKey ?? '';
  });

  it('prints where it serves, its docs, its data and how many seeds it loaded', async () => {
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(first.stdout.split('\n')[0]).toBe(`Negotiation tracker: ${first.url}`);
    expect(first.stdout).toMatch(new RegExp(`^API docs: +${first.url}/docs$`, 'm'));
    expect(first.stdout).toMatch(new RegExp(`^Data: +${folder}$`, 'm'));
    expect(first.stdout).toMatch(/^Seeds: +\d+ entries loaded$/m);
    expect((await fetch(`${first.url}/docs`)).status).toBe(200);
    expect((await fetch(`${first.url}/openapi.json`)).status).toBe(200);
    expect(first.stderr).toBe('');
  });

  it('prints four questions whose URLs are answered as they stand', async () => {
    const questions = first.stdout.match(/^ {2}.*\? +(http:\S+)$/gm) ?? [];
    expect(questions).toHaveLength(4);
    for (const question of questions) {
      const answer = await fetch(question.slice(question.lastIndexOf(' ') + 1));
      expect({ question, status: answer.status }).toEqual({ question, status: 200 });
    }
  });

  it('prints an admin key that writes, once, and keeps only its hash', async () => {
    expect(key).toMatch(/^nt_[0-9a-f]{12}_[\w-]{43}$/);
    expect(await puts(first, key)).toBe(200);
    expect(await puts(first, `${key}x`)).toBe(401);
    expect(first.stdout.split(key)).toHaveLength(2);
  });

  it('finds its data again: no seeds a second time, no key, and the first key goes on writing', async () => {
    const before = await reportsOf(first);
    await first.signal('SIGTERM');
    const second = await place.start({ DATA_DIR: folder });
    expect(second.stdout).not.toContain('entries loaded');
    expect(second.adminKey).toBeUndefined();
    expect(second.output).not.toContain(key);
    expect(await reportsOf(second)).toEqual(before);
    expect(await puts(second, key)).toBe(200);
    await second.signal('SIGTERM');
  });

  it('uses the keys of the settings where they are given, and prints none of them', async () => {
    const third = await place.start({ DATA_DIR: folder, ADMIN_API_KEY: 'desk=first-key-of-the-desk,ministry=second-key-of-another' });
    expect(await puts(third, 'first-key-of-the-desk')).toBe(200);
    expect(await puts(third, 'second-key-of-another')).toBe(200);
    expect(await puts(third, key)).toBe(401);
    expect(third.output).not.toMatch(/first-key|second-key/);
    await third.signal('SIGTERM');
  });
});

it('asks nothing of seeds that are not loaded', async () => {
  const { stdout, url } = await place.start({ DATA_DIR: place.folder(), LOAD_SEEDS: 'false' });
  expect(stdout.match(/^ {2}.*\? +http:\S+$/gm)).toEqual([expect.stringMatching(` ${url}/v1/negotiations$`)]);
});
