import { AskedInProcess } from '../asked-in-process.js';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atLeast, atMost, count, digits, type Findings, type Row } from '../figures/rows.js';
import { NEGOTIATION } from '../generator/history-options.js';
import { Random } from '../generator/random.js';
import { LARGEST_ISSUE } from '../generator/registry-world.js';
import { alternating, type Length } from '../load/alternating.js';
import { ClosedLoop } from '../load/closed-loop.js';
import { Connection, getRequest, type Response } from '../load/connection.js';
import type { BuiltLog } from '../logs/built-log.js';
import { MIXES } from '../questions.js';
import { Child } from '../servers/child.js';

const CLIENTS = 16;
const LEAST_SHARE = 0.6;
const MOST_TIMES = 2;
const QUICK = { rounds: 2, milliseconds: 700, questions: 15 };
const FULL = { rounds: 5, milliseconds: 3_000, questions: 300 };

const BASE = `/v1/negotiations/${NEGOTIATION}`;

/** Reads over HTTP: what can be cached, and the state of the largest issue, which was not asked before. */
export const httpReads: Measure = {
  name: 'http',
  async run({ largest, options }: BenchPlace): Promise<Findings> {
    const length = options.isQuick ? QUICK : FULL;
    const questions = questionsOn(largest, Random.of(options.seed, 'http'), length.questions);
    const inProcess = await timesInProcess(largest, questions);
    const service = await Child.start('service', largest.folder);
    const fixed = await Child.start('static-answers');
    try {
      const cached = await cachedReads(service, fixed, largest, length);
      const uncached = await uncachedState(service, fixed, questions, inProcess);
      return { rows: [...cached.rows, uncached], notes: cached.notes };
    } finally {
      await Promise.all([service.stop(), fixed.stop()]);
    }
  },
};

/** Queries of points that are all different. */
function questionsOn(log: BuiltLog, random: Random, count: number): Record<string, string>[] {
  return Array.from({ length: count }, (_, i) => {
    const point = MIXES[i % MIXES.length]?.question(log, random);
    return { ...point, recordedBy: point?.recordedBy ?? `@${String(log.head - i)}` };
  });
}

/** The median of each of three rounds, the best of them: before the process is warm it would be slower than over HTTP. */
async function timesInProcess(log: BuiltLog, questions: readonly Record<string, string>[]): Promise<number> {
  using asked = new AskedInProcess(log);
  const rounds: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const times: number[] = [];
    for (const question of questions) {
      const start = performance.now();
      await asked.ask(question);
      times.push(performance.now() - start);
    }
    rounds.push(median(times));
  }
  return Math.min(...rounds);
}

async function cachedReads(service: Child, fixed: Child, { head }: BuiltLog, length: Length): Promise<{ rows: Row[]; notes: string[] }> {
  const at = `asOf=2025-11-30&recordedBy=@${String(head)}`;
  const state = `${BASE}/issues/${LARGEST_ISSUE}?${at}`;
  const etag = headerOf(await once(service, getRequest(state)), 'etag');
  const notModified = await ClosedLoop.open(service, CLIENTS, () => getRequest(state, `if-none-match: ${etag}\r\n`), 304);
  const unchanged = await ClosedLoop.open(fixed, CLIENTS, () => getRequest('/unchanged'), 304);
  const first = await alternating(notModified, unchanged, length);

  const small = `${BASE}/parties/russia?${at}`;
  const { bytes } = await once(service, getRequest(small));
  const party = await ClosedLoop.open(service, CLIENTS, () => getRequest(small), 200);
  const sameSize = await ClosedLoop.open(fixed, CLIENTS, () => getRequest(`/static/${String(bytes)}`), 200);
  const second = await alternating(party, sameSize, length);
  return {
    rows: [
      atLeast('304 for the state of the largest issue against a static 304', first.ratio, LEAST_SHARE, first.behind),
      atLeast(`an unchanged answer of ${count(bytes)} bytes against a static one`, second.ratio, LEAST_SHARE, second.behind),
    ],
    notes: [`304: ${first.cpuNote}.`, `Unchanged small answer: ${second.cpuNote}.`],
  };
}

/** One client, one question after the other, each followed by a static answer of the same size. */
async function uncachedState(service: Child, fixed: Child, questions: readonly Record<string, string>[], inProcess: number): Promise<Row> {
  const [toService, toFixed] = [await Connection.open(service.port), await Connection.open(fixed.port)];
  const [times, fixedTimes]: [number[], number[]] = [[], []];
  const warmUp = getRequest(`${BASE}/issues/${LARGEST_ISSUE}?asOf=2025-01-01`);
  for (let i = 0; i < 10; i += 1) await toService.send(warmUp);
  for (const question of questions) {
    const start = performance.now();
    const { bytes } = await toService.send(getRequest(`${BASE}/issues/${LARGEST_ISSUE}?${new URLSearchParams(question).toString()}`));
    times.push(performance.now() - start);
    const request = getRequest(`/static/${String(bytes)}`);
    await toFixed.send(request);
    const startOfFixed = performance.now();
    await toFixed.send(request);
    fixedTimes.push(performance.now() - startOfFixed);
  }
  toService.close();
  toFixed.close();
  const [over, fixedTime] = [median(times), median(fixedTimes)];
  const behind = `${digits(over)} ms; in process ${digits(inProcess)}, static ${digits(fixedTime)} ms`;
  return atMost(
    'uncached state of the largest issue over HTTP against in process plus a static answer',
    over / (inProcess + fixedTime),
    MOST_TIMES,
    ' times',
    behind,
  );
}

async function once(child: Child, request: string): Promise<Response> {
  const connection = await Connection.open(child.port);
  const response = await connection.send(request);
  connection.close();
  return response;
}

function headerOf({ head }: Response, name: string): string {
  return new RegExp(`^${name}: *(.+)$`, 'im').exec(head)?.[1]?.trim() ?? '';
}
