import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchPlace, Measure } from '../bench-place.js';
import { median } from '../figures/quantiles.js';
import { atLeast, digits, type Findings } from '../figures/rows.js';
import { alternating, type Length } from '../load/alternating.js';
import { ClosedLoop } from '../load/closed-loop.js';
import { reportRequest } from '../load/posted-reports.js';
import { besideRebuilds } from '../load/rebuilds.js';
import { Child } from '../servers/child.js';

const CLIENTS = 64;
const LEAST_SHARE = 0.8;
const LEAST_BESIDE_REBUILDS = 0.5;

/** Posts that are answered when they are on disk, against the same route that validates, decides, and writes nothing. */
export const posts: Measure = {
  name: 'posts',
  async run({ smallest, folder, options }: BenchPlace): Promise<Findings> {
    const folders = ['posts-durable', 'posts-unwritten'].map((name) => join(folder, name));
    for (const copy of folders) cpSync(smallest.folder, copy, { recursive: true });
    const durable = await Child.start('service', folders[0]);
    const unwritten = await Child.start('without-writing', folders[1]);
    try {
      let number = 0;
      const next = (): string => reportRequest(`posted-${String((number += 1))}`, number);
      const measured = await ClosedLoop.open(durable, CLIENTS, next, 201);
      const reference = await ClosedLoop.open(unwritten, CLIENTS, next, 201);
      const { ratio, behind, cpuNote } = await alternating(measured, reference, options.isQuick ? QUICK : FULL);
      const what = `durable posts from ${String(CLIENTS)} clients`;
      const loop = await ClosedLoop.open(durable, CLIENTS, next, 201);
      const beside = await compareBesideRebuilds(durable, loop, options.isQuick ? QUICK : FULL);
      const rebuilt = `${digits(beside.rate)} against ${digits(beside.alone)}/s`;
      return {
        rows: [
          atLeast(`${what} against the same route that writes nothing`, ratio, LEAST_SHARE, behind),
          atLeast(`${what} beside rebuilds against without`, beside.rate / beside.alone, LEAST_BESIDE_REBUILDS, rebuilt),
        ],
        notes: [`Posts: ${cpuNote}; ${String(beside.rebuilds)} rebuilds one after the other.`],
      };
    } finally {
      await Promise.all([durable.stop(), unwritten.stop()]);
    }
  },
};

/** The same clients of the same service, in turn alone and beside rebuilds. */
async function compareBesideRebuilds(child: Child, loop: ClosedLoop, { rounds, milliseconds }: Length) {
  const [alone, beside]: [number[], number[]] = [[], []];
  let rebuilds = 0;
  for (let round = 0; round < rounds; round += 1) {
    alone.push((await loop.run(milliseconds)).perSecond);
    const block = await besideRebuilds(child.port, () => loop.run(milliseconds));
    beside.push(block.result.perSecond);
    rebuilds += block.rebuilds;
  }
  loop.close();
  return { rate: median(beside), alone: median(alone), rebuilds };
}

const QUICK = { rounds: 2, milliseconds: 1_000 };
const FULL = { rounds: 5, milliseconds: 4_000 };
