import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Append, appends } from '../../bench/generator/appends.js';
import { NEGOTIATION } from '../../bench/generator/history-options.js';
import { importLines } from '../../bench/generator/import-lines.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { startTestService, type TestService } from '../support/service.js';

const OPTIONS = { seed: 7, reports: 300, late: 0.2 };

let service: TestService;
let folder: string;
let answer: Awaited<ReturnType<TestService['importLines']>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generated-'));
  service = await startTestService({ dataDir: folder });
  answer = await service.importLines(NEGOTIATION, [...importLines(OPTIONS)]);
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

it('an import takes every line, and each brings something', () => {
  const { changed, created, rejected, unchanged } = answer.at(-1)?.summary as Record<string, number>;
  expect(answer.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
  expect({ rejected, unchanged }).toEqual({ rejected: 0, unchanged: 0 });
  expect(created).toBeGreaterThan(OPTIONS.reports);
  expect(changed).toBeGreaterThan(2);
});

it('the events of the generator are those that the import appends', async () => {
  await service.stop();
  const imported = await storedIn(join(folder, 'log.sqlite'));
  expect([...appends(OPTIONS)].map(toText)).toEqual(imported);
});

it('a log takes the events as they are', async () => {
  const path = join(folder, 'other.sqlite');
  const store = new SqliteEventStore(path, () => 0);
  await Promise.all([...appends(OPTIONS)].map(async ({ stream, event, expected }) => store.append(stream, [event], expected)));
  await store.close();
  expect(await storedIn(path)).toEqual([...appends(OPTIONS)].map(toText));
});

async function storedIn(path: string): Promise<string[]> {
  const store = new SqliteEventStore(path, () => 0);
  const texts: string[] = [];
  for await (const events of store.readAll()) texts.push(...events.map(({ stream, type, data }) => canonical({ stream, type, data })));
  await store.close();
  return texts;
}

function toText({ stream, event: { type, data } }: Append): string {
  return canonical({ stream, type, data });
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
