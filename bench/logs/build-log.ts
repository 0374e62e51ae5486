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
  const done = join(folder, 'built.json');
  if (existsSync(done)) return { ...(JSON.parse(readFileSync(done, 'utf8')) as BuiltLog), folder };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const store = new SqliteEventStore(logPath(folder), () => 0);
  let events = 0;
  let registryEnd = 0;
  for (const wave of waves(appends(options))) {
    await Promise.all(wave.map(async ({ stream, event, expected }) => store.append(stream, [event], expected)));
    events += wave.length;
    registryEnd += wave.filter(({ stream }) => stream === negotiationStream(NEGOTIATION)).length;
    onProgress(wave.filter(({ stream }) => stream.startsWith('report-')).length);
  }
  const head = Number(await store.head());
  await fillReadModel(store, folder);
  await store.close();
  const built: BuiltLog = { reports: options.reports, folder, events, registryEnd, head };
  writeFileSync(done, JSON.stringify(built));
  return built;
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
