import { median } from '../../figures/quantiles.js';
import { atLeast, digits, type Findings, info } from '../../figures/rows.js';
import { bareAppends } from '../../load/bare-appends.js';
import { ClosedLoop } from '../../load/closed-loop.js';
import { reportRequest } from '../../load/posted-reports.js';
import { type ServerPlace, startNode } from './server-place.js';

const CLIENTS = 64;
const LEAST_SHARE = 0.8;
const BARE_APPENDS = 3_000;
const QUICK = { rounds: 2, milliseconds: 1_500 };
const FULL = { rounds: 4, milliseconds: 5_000 };

/** Posts that are answered when the server has them, against the same route that validates, decides and writes nothing, and against bare appends. */
export async function posts(place: ServerPlace): Promise<Findings> {
  const { rounds, milliseconds } = place.isQuick ? QUICK : FULL;
  const [durable, unwritten] = [await startNode(place, 'first'), await startNode(place, 'unwritten', 'without-writing')];
  try {
    let number = 0;
    const next = (): string => reportRequest(`posted-${String((number += 1))}`, number, place.negotiation);
    const measured = await ClosedLoop.open(durable, CLIENTS, next, 201);
    const reference = await ClosedLoop.open(unwritten, CLIENTS, next, 201);
    const rates: Record<'posts' | 'unwritten' | 'unary' | 'batch', number[]> = { posts: [], unwritten: [], unary: [], batch: [] };
    const events = Array.from(
      { length: BARE_APPENDS },
      (_, i) => JSON.parse(reportRequest(`bare-${String(i)}`, i).split('\r\n\r\n')[1] ?? '') as object,
    );
    await measured.run(milliseconds / 2);
    await reference.run(milliseconds / 2);
    for (let round = 0; round < rounds; round += 1) {
      rates.posts.push((await measured.run(milliseconds)).perSecond);
      rates.unwritten.push((await reference.run(milliseconds)).perSecond);
      for (const mode of ['unary', 'batch'] as const) rates[mode].push(await bareAppends(place.url, mode, CLIENTS, events));
    }
    measured.close();
    reference.close();
    const of = (name: keyof typeof rates): number => median(rates[name]);
    const against = (name: keyof typeof rates): string => `${digits(of('posts'))} against ${digits(of(name))}/s`;
    const what = `durable posts on EventStoreDB from ${String(CLIENTS)} clients`;
    return {
      rows: [
        atLeast(`${what} against the same route that writes nothing`, of('posts') / of('unwritten'), LEAST_SHARE, against('unwritten')),
        info(`${what} against unary appends of as many callers`, `${digits(of('posts') / of('unary'))} (${against('unary')})`),
        info(`${what} against batch appends of as many callers`, `${digits(of('posts') / of('batch'))} (${against('batch')})`),
      ],
    };
  } finally {
    await Promise.all([durable.stop(), unwritten.stop()]);
  }
}
