import { median } from '../figures/quantiles.js';
import { digits } from '../figures/rows.js';
import type { Block, ClosedLoop } from './closed-loop.js';

export interface Compared {
  readonly ratio: number;
  readonly behind: string;
  readonly cpuNote: string;
}

/** How often each of the two is run, and how long each time. */
export interface Length {
  readonly rounds: number;
  readonly milliseconds: number;
}

/** Runs one load and its reference in turn, several times: what else the machine does falls on both. */
export async function alternating(measured: ClosedLoop, reference: ClosedLoop, { rounds, milliseconds }: Length): Promise<Compared> {
  await measured.run(milliseconds / 2);
  await reference.run(milliseconds / 2);
  const [a, b]: [Block[], Block[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    a.push(await measured.run(milliseconds));
    b.push(await reference.run(milliseconds));
  }
  measured.close();
  reference.close();
  const rates = [a, b].map((blocks) => median(blocks.map(({ perSecond }) => perSecond)));
  const [of = NaN, against = NaN] = rates;
  return { ratio: of / against, behind: `${digits(of)} against ${digits(against)}/s`, cpuNote: `${cpu(a)}; reference: ${cpu(b)}` };
}

function cpu(blocks: readonly Block[]): string {
  const percent = (of: (block: Block) => number): string => `${String(Math.round(median(blocks.map(of)) * 100))} %`;
  return `server ${percent(({ serverCpu }) => serverCpu)} and load generator ${percent(({ clientCpu }) => clientCpu)} of a core`;
}
