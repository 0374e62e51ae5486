import { setTimeout as pause } from 'node:timers/promises';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atMost, count, digits, type Findings } from '../figures/rows.js';
import { NEGOTIATION } from '../generator/history-options.js';
import { Random } from '../generator/random.js';
import { ISSUES } from '../generator/registry-world.js';
import { Connection, getRequest } from '../load/connection.js';
import { bytesOf, logPath, readModelPath } from '../logs/built-log.js';
import { MIXES } from '../questions.js';
import { Child } from '../servers/child.js';

const MOST_SECONDS = 1;
const MOST_MEGABYTES = 300;
const MOST_OF_LOG = 0.35;
const STARTS = 3;
const QUESTIONS = 1_000;
const SETTLING_MS = 500;

/** The service on a log that is there already: how soon it is ready, and what it holds. */
export const start: Measure = {
  name: 'start',
  async run({ largest, options }: BenchPlace): Promise<Findings> {
    const seconds: number[] = [];
    const memory: number[] = [];
    const most: number[] = [];
    const asked = options.isQuick ? QUESTIONS / 10 : QUESTIONS;
    for (let i = 0; i < STARTS; i += 1) {
      const child = await Child.start('service', largest.folder);
      seconds.push(child.readyAfterMs / 1_000);
      await pause(SETTLING_MS);
      await askAll(child.port, questions(largest, Random.of(options.seed, `start ${String(i)}`), asked));
      memory.push(child.memory.now / 1e6);
      most.push(child.memory.most / 1e6);
      await child.stop();
    }
    const [log, readModel] = [bytesOf(logPath(largest.folder)), bytesOf(readModelPath(largest.folder))];
    const size = `with ${count(largest.reports)} reports`;
    return {
      rows: [
        atMost(`start ${size}: ready`, median(seconds), MOST_SECONDS, ' s', seconds.map(digits).join(', ')),
        atMost(
          `start ${size}: memory, ${count(asked)} questions over all issues later`,
          Math.max(...memory),
          MOST_MEGABYTES,
          ' MB',
          `at most ${digits(Math.max(...most))} MB meanwhile`,
        ),
        atMost(
          `read model against log ${size}`,
          readModel / log,
          MOST_OF_LOG,
          '',
          `${digits(readModel / 1e6)} against ${digits(log / 1e6)} MB`,
        ),
      ],
      notes: [
        'Memory: VmRSS behind the last question, of all threads together; meanwhile: VmHWM, the most since the start of the process.',
      ],
    };
  },
};

/** In turn of every issue and every mix. */
function questions(log: BenchPlace['largest'], random: Random, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const query = MIXES[i % MIXES.length]?.question(log, random);
    return getRequest(
      `/v1/negotiations/${NEGOTIATION}/issues/${ISSUES[i % ISSUES.length]?.id ?? ''}?${new URLSearchParams(query).toString()}`,
    );
  });
}

async function askAll(port: number, requests: readonly string[]): Promise<void> {
  const connection = await Connection.open(port);
  for (const request of requests) await connection.send(request);
  connection.close();
}
