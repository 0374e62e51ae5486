import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atLeast, atMost, count, digits, type Findings } from '../figures/rows.js';
import type { HistoryOptions } from '../generator/history-options.js';
import { NEGOTIATION } from '../generator/history-options.js';
import { importLines } from '../generator/import-lines.js';
import { importFile } from '../load/import-file.js';
import { bareLoop } from '../logs/bare-loop.js';
import { Child } from '../servers/child.js';

const LEAST_SHARE = 0.1;
const MOST_GROWTH = 1.2;
const LATE = 0.01;
const SAMPLE_EVERY_MS = 100;

/** A whole history as NDJSON over HTTP into an empty service. */
export const importing: Measure = {
  name: 'import',
  async run({ largest, folder, options }: BenchPlace): Promise<Findings> {
    const [lines, dataDir] = [join(folder, 'import.ndjson'), join(folder, 'import')];
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir);
    await writeLines(lines, { seed: options.seed, reports: largest.reports, late: LATE });
    const bareBefore = bareLoop(largest.folder);
    const child = await Child.start('service', dataDir);
    const memory: number[] = [];
    const sampler = setInterval(() => memory.push(child.memory.now / 1e6), SAMPLE_EVERY_MS);
    const start = performance.now();
    const summary = await importFile(child.port, lines, NEGOTIATION).finally(() => {
      clearInterval(sampler);
    });
    const perSecond = largest.events / ((performance.now() - start) / 1_000);
    await child.stop();
    const bare = (bareBefore + bareLoop(dataDir)) / 2;
    rmSync(dataDir, { recursive: true });
    rmSync(lines);
    if (summary.created + summary.changed !== largest.events) throw new Error(`the import ended as ${JSON.stringify(summary)}`);
    const what = `import of ${count(largest.reports)} reports over HTTP`;
    const [second, last] = [quarter(memory, 1), quarter(memory, 3)];
    return {
      rows: [
        atLeast(`${what} against the bare loop`, perSecond / bare, LEAST_SHARE, `${digits(perSecond)} against ${digits(bare)} events/s`),
        atMost(
          `${what}: memory in the last quarter against the second one`,
          last / second,
          MOST_GROWTH,
          ' times',
          `${digits(last)} and ${digits(second)} MB`,
        ),
      ],
      notes: [
        'Import: the lines are written to a file beforehand, which is then sent; timed to the end of the answer, every line of which is read.',
      ],
    };
  },
};

async function writeLines(path: string, options: HistoryOptions): Promise<void> {
  await pipeline(Readable.from(chunks(options)), createWriteStream(path));
}

function* chunks(options: HistoryOptions): Generator<string> {
  let chunk = '';
  for (const line of importLines(options)) {
    chunk += `${JSON.stringify(line)}\n`;
    if (chunk.length < 100_000) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function quarter(samples: readonly number[], index: number): number {
  return median(samples.slice(Math.floor((samples.length * index) / 4), Math.ceil((samples.length * (index + 1)) / 4)));
}
