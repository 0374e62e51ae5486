import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { ReadModel } from '../../src/read-model/read-model.js';
import { BodiesInLog } from '../../src/read-model/tables/bodies.js';
import { ExtractingElsewhere } from '../../src/threads/extracting-elsewhere.js';
import { Rebuild } from '../../src/read-model/rebuilding/rebuild.js';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atLeast, count, digits, type Findings } from '../figures/rows.js';
import { bareLoop } from '../logs/bare-loop.js';
import { type BuiltLog, logPath, readModelPath } from '../logs/built-log.js';

const LEAST_SHARE = 0.35;
/** What takes long is its own average. */
const REPEATED_WITHIN_MS = { quick: 3_000, full: 10_000 };
const MOST_REPEATS = 3;

/** Building the read model anew beside the one in use, comparing the two and swapping, against a bare loop over the same log. */
export const rebuild: Measure = {
  name: 'rebuild',
  async run({ largest, folder, options }: BenchPlace): Promise<Findings> {
    const bare: number[] = [bareLoop(largest.folder)];
    const rebuilt: number[] = [];
    const end = performance.now() + (options.isQuick ? REPEATED_WITHIN_MS.quick : REPEATED_WITHIN_MS.full);
    for (let i = 0; i < MOST_REPEATS && (i === 0 || performance.now() < end); i += 1) {
      rebuilt.push(await rebuildOf(largest, join(folder, 'rebuild.sqlite')));
      bare.push(bareLoop(largest.folder));
    }
    const behind = `${digits(median(rebuilt))} against ${digits(median(bare))} events/s`;
    const what = `rebuild against a bare loop that reads and parses the log, at ${count(largest.reports)} reports`;
    return { rows: [atLeast(what, median(rebuilt) / median(bare), LEAST_SHARE, behind)] };
  },
};

/** @returns events per second */
async function rebuildOf(log: BuiltLog, copy: string): Promise<number> {
  cpSync(readModelPath(log.folder), copy);
  const store = new SqliteEventStore(logPath(log.folder), () => 0);
  const bodies = new BodiesInLog(logPath(log.folder));
  const readModel = new ReadModel(copy, bodies);
  const thread = new URL('../../src/threads/extract-thread.js', import.meta.url);
  const run = new Rebuild(store, readModel, { extracting: new ExtractingElsewhere(thread, logPath(log.folder)) });
  const start = performance.now();
  await run.run();
  const seconds = (performance.now() - start) / 1_000;
  readModel.close();
  await store.close();
  rmSync(copy);
  if (run.progress?.state !== 'swapped' || run.progress.same !== true)
    throw new Error(`the rebuild ended as ${JSON.stringify(run.progress, asText)}`);
  return log.events / seconds;
}

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
