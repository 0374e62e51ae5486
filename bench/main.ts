import 'reflect-metadata';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type BenchOptions, sizesUpTo } from './bench-options.js';
import type { Measure } from './bench-place.js';
import { behind, targetsTable } from './figures/markdown.js';
import { asOfState } from './measures/as-of-state.js';
import { eventstoredb } from './measures/eventstoredb/eventstoredb.js';
import { httpReads } from './measures/http-reads.js';
import { importing } from './measures/import.js';
import { live } from './measures/live.js';
import { neighbours } from './measures/neighbours.js';
import { pages } from './measures/pages.js';
import { postgres } from './measures/postgres.js';
import { posts } from './measures/posts.js';
import { rebuild } from './measures/rebuild.js';
import { refold } from './measures/refold.js';
import { start } from './measures/start.js';
import { preparedPlace } from './prepared-place.js';
import { machine } from './machine.js';

/** The table of contents: what is measured, in this order. */
const MEASURES: readonly Measure[] = [
  asOfState,
  refold,
  postgres,
  rebuild,
  start,
  httpReads,
  pages,
  neighbours,
  importing,
  eventstoredb,
  posts,
  live,
];

interface Flags {
  readonly quick?: true;
  readonly size?: number;
  readonly only?: string;
  readonly keep?: string;
  readonly before?: string;
  readonly seed: number;
}

const flags = new Command('bench')
  .description('Measures the service against references in the same run, and prints ratios')
  .option('--quick', 'within a minute, on small logs')
  .option('--size <reports>', 'the largest log', wholeNumber)
  .option('--only <names>', `some of ${MEASURES.map(({ name }) => name).join(',')}`)
  .option('--keep <folder>', 'keep the logs there and use those that are there')
  .option('--before <file>', 'what the benchmark of another version printed of as-of on the same history')
  .option('--seed <number>', 'of the generated histories', wholeNumber, 1)
  .parse()
  .opts<Flags>();

await main({
  isQuick: flags.quick === true,
  sizes: sizesUpTo(flags.size, flags.quick === true),
  only: flags.only?.split(',') ?? [],
  keep: flags.keep === undefined ? undefined : resolve(flags.keep),
  before: flags.before === undefined ? undefined : readFileSync(flags.before, 'utf8'),
  seed: flags.seed,
});

async function main(options: BenchOptions): Promise<void> {
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'negotiation-bench-'));
  mkdirSync(folder, { recursive: true });
  const leave = (): void => {
    if (options.keep === undefined) rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      leave();
      process.exit(1);
    });
  }
  try {
    const chosen = MEASURES.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
    const place = await preparedPlace(options, folder);
    const findings = [];
    for (const measure of chosen) {
      const start = performance.now();
      findings.push(await measure.run(place));
      say(`measured ${measure.name} in ${((performance.now() - start) / 1_000).toFixed(1)} s`);
    }
    print(machine());
    print(targetsTable(findings.flatMap(({ rows }) => rows)));
    const more = behind(findings);
    if (more !== '') print(more);
  } finally {
    leave();
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('must be a whole number');
  return Number(text);
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
