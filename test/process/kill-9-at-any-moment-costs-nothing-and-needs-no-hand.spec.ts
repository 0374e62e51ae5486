import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../bench/generator/random.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { toLogEvent } from '../../src/event-store/typed-event.js';
import { ReadModel } from '../../src/read-model/read-model.js';
import { BodiesInLog } from '../../src/read-model/tables/bodies.js';
import { dayOf } from '../../src/vocabulary/day.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { foldIssue } from '../oracle/fold-issue.js';
import { foldStances } from '../oracle/fold-stances.js';
import { answers, KEY, rebuild, recordedReports } from '../support/process-clients.js';
import { workplace } from '../support/process-folders.js';
import { Load } from '../support/process-load.js';
import { Views } from '../support/views.js';

/** How often it is killed; the seed of what is random, which is printed. */
const KILLS = Number(process.env.KILLS ?? 4);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const TIME_LIMIT_MS = 120_000 + KILLS * 60_000;

const NEGOTIATION = 'ukraine-peace';
const CLIENTS = 4;
const IMPORTED_LINES = 400;
/** A start takes about a second, and so does a rebuild of what comes together here. */
const LONGEST_LOAD_MS = 2_000;
const LONGEST_START_MS = 1_500;
/** The fold goes through all reports for each answer. */
const MOST_FOLDED = 3_000n;

const place = workplace();
const settings = { DATA_DIR: place.folder(), ADMIN_API_KEY: KEY };
const random = new Random(SEED);
const acknowledged: string[] = [];
const counts = { underLoad: 0, atTheStart: 0, rebuilt: 0 };

/** Killed while it posts, imports and rebuilds. */
async function killUnderLoad(round: number): Promise<void> {
  const program = await place.start(settings);
  const load = new Load(program, `kill-${String(round)}`, random);
  const broken = load.untilItBreaks({ clients: CLIENTS, lines: IMPORTED_LINES });
  await Promise.race([load.hasBegun(), broken]);
  // The moment is the point: any one must do.
  await pause(random.between(0, LONGEST_LOAD_MS));
  expect(await program.signal('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
  await broken;
  acknowledged.push(...load.acknowledged);
  counts.underLoad += 1;
  counts.rebuilt += load.rebuilt;
}

/** Killed while it opens its files, catches up or begins to serve. */
async function killAtTheStart(): Promise<void> {
  const program = await place.launch(settings);
  await pause(random.between(0, LONGEST_START_MS));
  await program.signal('SIGKILL');
  counts.atTheStart += 1;
}

/** By a start as any other: every acknowledged report once, and a read model that is as one built anew. */
async function expectAllToBeThere(): Promise<number> {
  const program = await place.start(settings);
  const recorded = await recordedReports(program);
  const once = new Set(recorded);
  expect(once.size).toBe(recorded.length);
  expect(acknowledged.filter((id) => !once.has(id))).toEqual([]);
  const before = await answers(program);
  expect(await rebuild(program)).toBe(true);
  expect(await answers(program)).toBe(before);
  expect((await program.signal('SIGTERM')).code).toBe(0);
  return recorded.length;
}

it(
  'every acknowledged report is there once, and the read model answers as the fold of the log',
  async () => {
    let recorded = 0;
    for (let round = 0; round < KILLS; round += 1) {
      await killUnderLoad(round);
      if (random.chance(0.5)) await killAtTheStart();
      recorded = await expectAllToBeThere();
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    process.stdout.write(
      `killed ${String(counts.underLoad)} times under load and ${String(counts.atTheStart)} times at a start (KILL_SEED=${String(SEED)}): ` +
        `${String(acknowledged.length)} reports acknowledged, ${String(recorded)} recorded, rebuilt ${String(counts.rebuilt)} times meanwhile\n`,
    );
    await expectTheFold();
  },
  TIME_LIMIT_MS,
);

async function expectTheFold(): Promise<void> {
  const path = join(settings.DATA_DIR, 'log.sqlite');
  const readModel = new ReadModel(join(settings.DATA_DIR, 'read-model.sqlite'), new BodiesInLog(path));
  const views = new Views(readModel);
  const log = await recordedIn(path);
  const at = { asOf: dayOf(2026, 2, 1), knownBy: Infinity, recordedBy: readModel.applied, certainty: 'any' } as const;
  const last = readModel.applied < MOST_FOLDED ? readModel.applied : MOST_FOLDED;
  for (const recordedBy of [last, last / 2n]) {
    const point = { ...at, recordedBy };
    expect(await views.issue(NEGOTIATION, 'process', point)).toEqual(foldIssue(log, NEGOTIATION, 'process', point));
    expect(await views.stances(NEGOTIATION, point)).toEqual(foldStances(log, NEGOTIATION, point));
  }
  readModel.close();
}

async function recordedIn(path: string): Promise<Recorded[]> {
  const store = new SqliteEventStore(path, Date.now);
  const log: Recorded[] = [];
  for await (const events of store.readAll()) {
    for (const event of events) if (event.position <= MOST_FOLDED) log.push(toLogEvent(event));
  }
  await store.close();
  return log;
}
