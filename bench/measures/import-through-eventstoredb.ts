import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchPlace, Measure } from '../bench-place.js';
import { atLeast, count, digits, type Findings, info } from '../figures/rows.js';
import { importLines } from '../generator/import-lines.js';
import { bareAppends } from '../load/bare-appends.js';
import { importFile } from '../load/import-file.js';
import { Child } from '../servers/child.js';

/** A third. */
const LEAST_SHARE = 0.333;
const REPORTS = 20_000;
const QUICK_REPORTS = 2_000;
const BARE_APPENDS = 5_000;
/** More callers make the bare client no faster. */
const CALLERS = [64, 256];

/** An import through a real EventStoreDB, which `TEST_EVENTSTOREDB_URL` names, against the bare client before and after it. */
export const importThroughEventStoreDb: Measure = {
  name: 'eventstoredb',
  async run({ folder, options }: BenchPlace): Promise<Findings> {
    const url = process.env.TEST_EVENTSTOREDB_URL ?? '';
    const what = 'import through EventStoreDB';
    if (url === '') return { rows: [info(what, 'not measured: TEST_EVENTSTOREDB_URL is not set')] };
    const dataDir = join(folder, 'eventstoredb');
    rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir);
    const negotiation = `bench-${crypto.randomUUID()}`;
    const lines = [...importLines({ seed: options.seed, reports: options.isQuick ? QUICK_REPORTS : REPORTS, late: 0.01 })].map((line) =>
      line.entry === 'negotiation' ? { ...line, id: negotiation } : line,
    );
    const path = join(dataDir, 'import.ndjson');
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const before = await bare(url, lines);
    const child = await Child.start('service', dataDir, { EVENT_STORE_URL: url });
    const start = performance.now();
    const summary = await importFile(child.port, path, negotiation);
    const perSecond = lines.length / ((performance.now() - start) / 1_000);
    await child.stop();
    const after = await bare(url, lines);
    rmSync(dataDir, { recursive: true });
    if (summary.created + summary.changed !== lines.length) throw new Error(`the import ended as ${JSON.stringify(summary)}`);
    const row = (mode: keyof typeof before) => {
      const reference = (before[mode] + after[mode]) / 2;
      const told = `${digits(perSecond)} lines/s against ${digits(reference)} appends/s`;
      return atLeast(`${what} of ${count(lines.length)} lines against ${mode} appends`, perSecond / reference, LEAST_SHARE, told);
    };
    return {
      rows: [row('unary'), row('batch')],
      notes: [
        `Import through EventStoreDB: the bare client is the faster one of ${CALLERS.join(' and ')} callers, the mean of before and after the import; the service follows the log meanwhile.`,
      ],
    };
  },
};

async function bare(url: string, lines: readonly object[]): Promise<{ unary: number; batch: number }> {
  const events = lines.slice(0, BARE_APPENDS);
  const fastest = { unary: 0, batch: 0 };
  for (const callers of CALLERS) {
    for (const mode of ['unary', 'batch'] as const) fastest[mode] = Math.max(fastest[mode], await bareAppends(url, mode, callers, events));
  }
  return fastest;
}
