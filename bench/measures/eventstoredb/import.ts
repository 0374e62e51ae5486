import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast, count, digits, type Findings } from '../../figures/rows.js';
import { bareAppends } from '../../load/bare-appends.js';
import { importFile } from '../../load/import-file.js';
import { type ServerPlace, startNode } from './server-place.js';

const LEAST_SHARE = 0.6;
const BARE_APPENDS = 5_000;
/** More callers make the bare client no faster. */
const CALLERS = [64, 256];

/** An import over HTTP against the bare client before and after it. */
export async function importing(place: ServerPlace): Promise<Findings> {
  const { url, negotiation } = place;
  const lines = place.lines.map((line) => (line.entry === 'negotiation' ? { ...line, id: negotiation } : line));
  const path = join(place.folder, 'import.ndjson');
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const before = await bare(url, lines);
  const node = await startNode(place, 'first');
  const start = performance.now();
  const summary = await importFile(node.port, path, negotiation);
  const perSecond = lines.length / ((performance.now() - start) / 1_000);
  await node.stop();
  const after = await bare(url, lines);
  if (summary.created + summary.changed !== lines.length) throw new Error(`the import ended as ${JSON.stringify(summary)}`);
  const row = (mode: keyof typeof before) => {
    const reference = (before[mode] + after[mode]) / 2;
    const told = `${digits(perSecond)} lines/s against ${digits(reference)} appends/s`;
    const what = `import through EventStoreDB of ${count(lines.length)} lines against ${mode} appends`;
    return atLeast(what, perSecond / reference, LEAST_SHARE, told);
  };
  return {
    rows: [row('unary'), row('batch')],
    notes: [
      `Import through EventStoreDB: the bare client is the faster one of ${CALLERS.join(' and ')} callers, the mean of before and after the import; the service follows the log meanwhile.`,
    ],
  };
}

async function bare(url: string, lines: readonly object[]): Promise<{ unary: number; batch: number }> {
  const events = lines.slice(0, BARE_APPENDS);
  const fastest = { unary: 0, batch: 0 };
  for (const callers of CALLERS) {
    for (const mode of ['unary', 'batch'] as const) fastest[mode] = Math.max(fastest[mode], await bareAppends(url, mode, callers, events));
  }
  return fastest;
}
