import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchPlace, Measure } from '../bench-place.js';
import { atLeast, type Findings } from '../figures/rows.js';
import { alternating } from '../load/alternating.js';
import { ClosedLoop } from '../load/closed-loop.js';
import { reportRequest } from '../load/posted-reports.js';
import { Child } from '../servers/child.js';

const CLIENTS = 64;
const LEAST_SHARE = 0.8;

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
      const what = `durable posts from ${String(CLIENTS)} clients against the same route that writes nothing`;
      return { rows: [atLeast(what, ratio, LEAST_SHARE, behind)], notes: [`Posts: ${cpuNote}.`] };
    } finally {
      await Promise.all([durable.stop(), unwritten.stop()]);
    }
  },
};

const QUICK = { rounds: 2, milliseconds: 1_000 };
const FULL = { rounds: 5, milliseconds: 4_000 };
