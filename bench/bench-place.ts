import type { BenchOptions } from './bench-options.js';
import type { Findings } from './figures/rows.js';
import type { BuiltLog } from './logs/built-log.js';

/** What every measure finds: logs of all sizes with their read models, closed, and a folder to write to. */
export interface BenchPlace {
  readonly options: BenchOptions;
  readonly folder: string;
  /** One of each size, the smallest first; one report in a hundred is late. */
  readonly logs: readonly BuiltLog[];
  /** With one report in five late; as large as one of `logs`. */
  readonly lateLog: BuiltLog;
  readonly smallest: BuiltLog;
  readonly largest: BuiltLog;
}

/** One measure of the benchmark. */
export interface Measure {
  readonly name: string;
  run(place: BenchPlace): Promise<Findings>;
}
