import { setTimeout as pause } from 'node:timers/promises';
import { copyLog } from '../../src/copying/copy-log.js';
import { openEventStore } from '../../src/event-store/open-event-store.js';
import { collect } from '../contract/collect.js';
import { AppNode, eventually } from '../support/fault-node.js';
import { CopyingPlace } from './copying-place.js';

const place = new CopyingPlace();
const N = '/v1/negotiations/ukraine-peace';

afterAll(() => place.clear());

/** Positions are a store's own: what tells them, and what is made of it, is left out. */
function withoutPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPositions);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.replaceAll(/@\d+/g, '@') : value;
  const kept = Object.entries(value).filter(([key]) => !['position', 'next'].includes(key));
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutPositions(part)]));
}

/** Issue states, stances, reports and more, as recorded by each of the instants. */
async function answersOf(node: AppNode, instants: readonly string[]): Promise<Map<string, unknown>> {
  const list = (await node.get(`${N}/issues?limit=500`)).body;
  const issues = list.items.map(({ id }) => `/issues/${id}`);
  expect(issues.length).toBeGreaterThan(3);
  const paths = [
    '',
    '/issues',
    ...issues,
    '/stances',
    '/reports',
    '/meetings',
    '/plans',
    '/parties',
    '/persons',
    '/sources',
    '/propositions',
  ];
  const answers = new Map<string, unknown>();
  for (const instant of instants) {
    for (const path of paths) {
      const url = `${N}${path}?on=2026-01-31&recordedBy=${instant}`;
      const { status, body } = await node.get(
        path === '' || /^.issues.|parties|persons|sources|propos/.test(path) ? url : `${url}&limit=500`,
      );
      answers.set(url, { status, body: withoutPositions(body) });
    }
  }
  return answers;
}

it('embedded, then EventStoreDB, then embedded again: every answer at an instant is the same', async () => {
  const dataDir = place.newFolder();
  const first = await AppNode.start(undefined, {}, { loadSeeds: true, dataDir });
  await pause(20);
  const early = new Date().toISOString();
  await pause(20);
  await first.put('/ukraine-peace/issues/territory', { title: 'Territory, renamed later' });
  await pause(20);
  const late = new Date().toISOString();
  const first3 = await first.get(`${N}/reports?limit=3&axis=recorded`);
  const middle = first3.body.items.at(-1)?.recordedAt ?? '';
  const instants = [middle, early, late];
  await pause(20);
  const before = await answersOf(first, instants);
  await first.stop();

  const double = await place.double();
  const [embedded, server] = [await openEventStore(undefined, `${dataDir}/log.sqlite`, Date.now), await place.eventStoreDb(double)];
  await collect(copyLog(embedded, server));
  await embedded.close();
  const second = await AppNode.start(double.url);
  await eventually('it is ready', async () => (await second.get('/health/ready')).status === 200);
  expect(await answersOf(second, instants)).toEqual(before);
  await second.put('/ukraine-peace/issues/territory', { title: 'Renamed on the server' });
  expect(await answersOf(second, instants)).toEqual(before);
  await second.stop();

  const newDir = place.newFolder();
  const back = await openEventStore(undefined, `${newDir}/log.sqlite`, Date.now);
  await collect(copyLog(server, back));
  await back.close();
  const third = await AppNode.start(undefined, {}, { loadSeeds: true, dataDir: newDir });
  await eventually('it is ready', async () => (await third.get('/health/ready')).status === 200);
  expect(await answersOf(third, instants)).toEqual(before);
  expect((await third.get(`${N}/issues/territory`)).body.title).toBe('Renamed on the server');
  await third.stop();

  const statuses = [...before.values()].map((answer) => (answer as { status: number }).status);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(40);
  process.stdout.write(`${String(before.size)} answers at ${String(instants.length)} instants are the same on both stores and back\n`);
});
