import { createWriteStream, rmSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median, quantile } from '../figures/quantiles.js';
import { atMost, count, digits, type Findings, info, type Row } from '../figures/rows.js';
import { appendsOf } from '../generator/appends.js';
import { NEGOTIATION } from '../generator/history-options.js';
import { importLines } from '../generator/import-lines.js';
import { Random } from '../generator/random.js';
import { wideHistory, wideIssue } from '../generator/wide-history.js';
import { Connection, getRequest } from '../load/connection.js';
import { importFile } from '../load/import-file.js';
import { Probe } from '../load/probe.js';
import { rebuildOf } from '../load/rebuilds.js';
import { buildLogOf } from '../logs/build-log.js';
import { ADMIN_KEY, Child } from '../servers/child.js';

const FULL = { reports: 200_000, issues: 13_000, milliseconds: 8_000, imported: 30_000, pages: 30 };
const QUICK = { reports: 4_000, issues: 260, milliseconds: 1_000, imported: 1_000, pages: 5 };
const MOST_MS = 100;
const MOST_MS_OF_A_PAGE = 50;
const BASE = `/v1/negotiations/${NEGOTIATION}`;

/** What is dear: all of it, page after page, and what is not there. */
const DEAR = [
  '/issues?limit=500',
  '/stances?limit=500',
  '/reports?q=no-such-words-anywhere',
  '/changes?axis=published&from=2024-01-02&to=2025-11-30',
  '/replay?axis=occurred&to=2025-11-30',
  '/export',
  '/search?q=delegation&limit=500',
  '/search?q=no-such-words-anywhere',
];

/** The versions of an entry, for which the whole stream of the registry is read. */
const HISTORY = `/v1/admin/negotiations/${NEGOTIATION}/issues/${wideIssue(0)}/history`;

/** The first pages of lists. */
const PAGES = [
  '/issues?limit=1',
  '/issues',
  '/issues?stale=true',
  '/stances',
  '/meetings',
  '/reports',
  '/reports?axis=published',
  '/reports?party=north&type=PositionStated',
  '/reports?q=delegation',
  '/changes?axis=published&from=2024-01-02&to=2025-11-30&issue=issue-7',
  '/changes?axis=published&from=2024-01-02&to=2025-11-30&limit=50',
  '/propositions',
  '/sources',
  '/parties',
  '/persons',
  '/plans',
  '/stances/expired',
  '/search?q=delegation',
  '/search?q=delegation&party=north',
];

/** Answers that are no lists: no target is set for them. */
const NO_LISTS = [
  `/matrix?issue=${wideIssue(0)}&issue=${wideIssue(1)}`,
  '/activity?axis=published&from=2024-01-02&to=2025-11-30&per=month&changes=false',
];

/** How long health and the state of one issue take beside whatever else a service has to do, where a negotiation is wide. */
export const neighbours: Measure = {
  name: 'neighbours',
  async run({ folder, options }: BenchPlace): Promise<Findings> {
    const size = options.isQuick ? QUICK : FULL;
    const { seed } = options;
    const { reports, issues } = size;
    const all = () => appendsOf(wideHistory({ seed, reports, issues }), seed);
    const log = await buildLogOf(join(folder, `wide-${String(reports)}-seed-${String(seed)}`), reports, all, () => undefined);
    const child = await Child.start('service', log.folder);
    try {
      const random = Random.of(seed, 'neighbours');
      const beside = async (work: (signal: AbortSignal) => Promise<void>): Promise<Times> => {
        const ended = new AbortController();
        const probes = await Promise.all([
          Probe.start(child.port, () => '/health/live'),
          Probe.start(child.port, () => stateOf(issues, random)),
        ]);
        const working = work(ended.signal);
        await pause(size.milliseconds);
        ended.abort();
        const [live = [], state = []] = await Promise.all(probes.map((probe) => probe.stop()));
        await working;
        return { live, state };
      };
      const pages = await pagesOf(child, size.pages);
      const times = {
        alone: await beside(async () => undefined),
        'the dearest reads': await beside((signal) => dearReads(child.port, signal)),
        'a rebuild': await beside(async () => rebuildOf(child.port)),
        'an import': await beside(async () => importInto(child.port, folder, size.imported, seed)),
      };
      const what = `${count(reports)} reports on ${count(issues)} issues`;
      return {
        rows: [...Object.entries(times).flatMap(([name, of]) => rowsOf(name, of)), ...pages],
        notes: [`Neighbours: ${what}; a probe asks every 15 ms; an issue is asked for at a day drawn anew each time.`],
      };
    } finally {
      await child.stop();
    }
  },
};

interface Times {
  readonly live: readonly number[];
  readonly state: readonly number[];
}

function rowsOf(name: string, { live, state }: Times): Row[] {
  const row = (what: string, times: readonly number[]): Row =>
    atMost(
      `p99 of ${what} beside ${name}`,
      quantile(times, 0.99),
      MOST_MS,
      ' ms',
      `p50 ${digits(median(times))} ms, ${count(times.length)} asked`,
    );
  return [row('/health/live', live), row('the state of one issue', state)];
}

function stateOf(issues: number, random: Random): string {
  const day = `2025-${String(random.between(1, 11)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  return `${BASE}/issues/${wideIssue(random.between(0, issues - 1))}?asOf=${day}`;
}

async function pagesOf(child: Child, times: number): Promise<Row[]> {
  const connection = await Connection.open(child.port);
  const rows: Row[] = [];
  for (const page of [...PAGES, ...NO_LISTS]) {
    const took: number[] = [];
    for (let i = 0; i < times; i += 1) {
      const day = `2025-11-${String(1 + (i % 28)).padStart(2, '0')}`;
      const start = performance.now();
      const { status } = await connection.send(getRequest(`${BASE}${page}${page.includes('?') ? '&' : '?'}asOf=${day}`));
      took.push(performance.now() - start);
      if (status !== 200) throw new Error(`${page} was answered by ${String(status)}`);
    }
    const [p50, p99] = [median(took), `p99 ${digits(quantile(took, 0.99))} ms`];
    if (NO_LISTS.includes(page)) rows.push(info(`${page}, p50`, `${digits(p50)} ms (${p99})`));
    else rows.push(atMost(`first page of ${page}, p50`, p50, MOST_MS_OF_A_PAGE, ' ms', p99));
  }
  connection.close();
  return rows;
}

/** One client for each dear read, again and again; all of them leave at the end. */
async function dearReads(port: number, signal: AbortSignal): Promise<void> {
  await Promise.all(
    [...DEAR.map((path) => `${BASE}${path}`), HISTORY].map(async (path) => {
      while (!signal.aborted) await readToTheEnd(port, path, signal);
    }),
  );
}

async function readToTheEnd(port: number, path: string, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const headers = { authorization: `Bearer ${ADMIN_KEY}` };
    const asked = get({ port, host: '127.0.0.1', path, headers, signal }, (answer) => {
      answer.resume().once('close', resolve);
    });
    asked.once('error', () => {
      resolve();
    });
  });
}

/** Lines of another history, so that all of them are new, into a negotiation of its own. */
async function importInto(port: number, folder: string, reports: number, seed: number): Promise<void> {
  const path = join(folder, 'neighbours.ndjson');
  const lines = function* (): Generator<string> {
    for (const line of importLines({ seed: seed + 1, reports, late: 0 })) {
      yield `${JSON.stringify(line.entry === 'negotiation' ? { ...line, id: 'another' } : line)}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  await importFile(port, path, 'another');
  rmSync(path);
}
