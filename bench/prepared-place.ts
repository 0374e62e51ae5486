import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { BenchOptions } from './bench-options.js';
import type { BenchPlace } from './bench-place.js';
import { buildLog } from './logs/build-log.js';
import type { BuiltLog } from './logs/built-log.js';

const FEW_LATE = 0.01;
const MANY_LATE = 0.2;
const LARGEST_LATE_LOG = 100_000;

/** Builds the logs of all sizes and their read models. */
export async function preparedPlace(options: BenchOptions, folder: string): Promise<BenchPlace> {
  const { sizes, seed } = options;
  const lateSize = sizes.findLast((size) => size <= LARGEST_LATE_LOG) ?? sizes[0] ?? 0;
  const bar = new SingleBar({ format: 'building logs {bar} {percentage} % | {value} of {total} reports | {eta_formatted} left' });
  bar.start(
    sizes.reduce((sum, size) => sum + size, lateSize),
    0,
  );
  const build = async (reports: number, late: number, name: string): Promise<BuiltLog> =>
    buildLog(join(folder, name), { seed, reports, late }, (more) => {
      bar.increment(more);
    });
  const logs: BuiltLog[] = [];
  for (const size of sizes) logs.push(await build(size, FEW_LATE, `log-${String(size)}`));
  const lateLog = await build(lateSize, MANY_LATE, `log-${String(lateSize)}-late`);
  bar.stop();
  const [smallest = lateLog] = logs;
  return { options, folder, logs, lateLog, smallest, largest: logs.at(-1) ?? lateLog };
}
