import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { negotiationStream } from '../../src/event-store/stream-names.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { type Append, appends } from '../generator/appends.js';
import { type HistoryOptions, NEGOTIATION } from '../generator/history-options.js';
import { type BuiltLog, logPath } from './built-log.js';
import { fillReadModel } from './fill-read-model.js';

/** So many appends are under way at once; they share a commit. */
const WAVE = 4_000;

/** A log of a generated history and its read model; taken as it is where the folder holds it already. */
export async function buildLog(folder: string, options: HistoryOptions, onProgress: (reports: number) => void): Promise<BuiltLog> {
  return buildLogOf(folder, options.reports, () => appends(options), onProgress);
}

/** The same of anything that is appended. @param all is only asked for where the folder does not hold it */
export async function buildLogOf(
  folder: string,
  reports: number,
  all: () => Iterable<Append>,
  onProgress: (reports: number) => void,
): Promise<BuiltLog> {
  const done = join(folder, 'built.json');
  if (existsSync(done)) {
    // The read model may be of an earlier version of the program.
    await broughtUpToDate(folder);
    return { ...(JSON.parse(readFileSync(done, 'utf8')) as BuiltLog), folder };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const store = new SqliteEventStore(logPath(folder), () => 0);
  let events = 0;
  let registryEnd = 0;
  for (const wave of waves(all())) {
    await Promise.all(wave.map(async ({ stream, event, expected }) => store.append(stream, [event], expected)));
    events += wave.length;
    registryEnd += wave.filter(({ stream }) => stream === negotiationStream(NEGOTIATION)).length;
    onProgress(wave.filter(({ stream }) => stream.startsWith('report-')).length);
  }
  const head = Number(await store.head());
  await store.close();
  await broughtUpToDate(folder);
  const built: BuiltLog = { reports, folder, events, registryEnd, head };
  writeFileSync(done, JSON.stringify(built));
  return built;
}

async function broughtUpToDate(folder: string): Promise<void> {
  const store = new SqliteEventStore(logPath(folder), () => 0);
  await fillReadModel(store, folder);
  await store.close();
}

function* waves(all: Iterable<Append>): Generator<Append[]> {
  let wave: Append[] = [];
  for (const append of all) {
    wave.push(append);
    if (wave.length < WAVE) continue;
    yield wave;
    wave = [];
  }
  if (wave.length > 0) yield wave;
}
