import { join } from 'node:path';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atMost, digits, type Findings, type Row } from '../figures/rows.js';
import { NEGOTIATION } from '../generator/history-options.js';
import { LARGEST_ISSUE } from '../generator/registry-world.js';
import { Connection, getRequest } from '../load/connection.js';
import { Child } from '../servers/child.js';
import { formatDay, parseDay } from '../../src/vocabulary/day.js';

const MOST_MS = 15;
const MOST_TIMES = 2;
const TIMES = { quick: 10, full: 40 };
const WARM_UP = 10;

const SEEDS = '/n/ukraine-peace';
/** Every screen, each to be asked for on a day. */
const SCREENS: Readonly<Record<string, (day: string) => string>> = {
  overview: (day) => `${SEEDS}?on=${day}`,
  'state of an issue': (day) => `${SEEDS}/issues/peacekeeping-force?on=${day}`,
  party: (day) => `${SEEDS}/parties/ukraine?on=${day}`,
  'two parties': (day) => `${SEEDS}/parties/ukraine?with=russia&on=${day}`,
  changes: (day) => `${SEEDS}/changes?from=2025-10-01&to=${day}`,
  'step by step': (day) => `${SEEDS}/replay?from=2025-10-01&to=${day}&step=3`,
  timeline: (day) => `${SEEDS}/timeline?on=${day}`,
  meetings: (day) => `${SEEDS}/meetings?on=${day}`,
  plans: (day) => `${SEEDS}/plans?on=${day}`,
  report: (day) => `${SEEDS}/reports/witkoff-appointed-envoy?asOf=${day}`,
  sources: (day) => `${SEEDS}/sources?on=${day}`,
  source: (day) => `${SEEDS}/sources/article-002?on=${day}`,
  search: (day) => `${SEEDS}/search?q=troops&on=${day}`,
};

/** How long pages take: each screen on the seeds, and the state of the largest issue against the JSON that it shows. */
export const pages: Measure = {
  name: 'pages',
  async run({ folder, largest, options }: BenchPlace): Promise<Findings> {
    const times = options.isQuick ? TIMES.quick : TIMES.full;
    const seeded = await Child.start('service', join(folder, 'pages'), { LOAD_SEEDS: 'true' });
    const rows: Row[] = [];
    try {
      const connection = await Connection.open(seeded.port);
      for (const [name, url] of Object.entries(SCREENS)) {
        const took = await timesOf(connection, url, '2026-01-08', times);
        rows.push(atMost(`page of the seeds, ${name}, p50`, median(took), MOST_MS, ' ms'));
      }
      connection.close();
    } finally {
      await seeded.stop();
    }
    const large = await Child.start('service', largest.folder);
    try {
      rows.push(await againstJson(large, times));
    } finally {
      await large.stop();
    }
    return { rows, notes: ['Pages: one client, each page asked for on days that were not asked for before, over HTTP, not packed.'] };
  },
};

async function againstJson({ port }: Child, times: number): Promise<Row> {
  const connection = await Connection.open(port);
  const page = await timesOf(connection, (day) => `/n/${NEGOTIATION}/issues/${LARGEST_ISSUE}?on=${day}`, '2025-11-30', times);
  const json = await timesOf(connection, (day) => `/v1/negotiations/${NEGOTIATION}/issues/${LARGEST_ISSUE}?on=${day}`, '2025-09-30', times);
  connection.close();
  const [ofPage, ofJson] = [median(page), median(json)];
  return atMost(
    'page of the state of the largest issue against the JSON that it shows',
    ofPage / ofJson,
    MOST_TIMES,
    ' times',
    `${digits(ofPage)} and ${digits(ofJson)} ms`,
  );
}

/** Milliseconds of each answer. @param last day, from which it goes back day by day */
async function timesOf(connection: Connection, url: (day: string) => string, last: string, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < WARM_UP + times; i += 1) {
    const path = url(formatDay((parseDay(last) ?? 0) - i));
    const start = performance.now();
    const { status } = await connection.send(getRequest(path));
    if (i >= WARM_UP) took.push(performance.now() - start);
    if (status !== 200) throw new Error(`${path} was answered by ${String(status)}`);
  }
  return took;
}
