import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchPlace, Measure } from '../bench-place.js';
import { quantile } from '../figures/quantiles.js';
import { atMost, count, digits, type Findings } from '../figures/rows.js';
import { NEGOTIATION } from '../generator/history-options.js';
import { Connection } from '../load/connection.js';
import { Listener } from '../load/listener.js';
import { reportRequest } from '../load/posted-reports.js';
import { Child } from '../servers/child.js';

const LISTENERS = 100;
const POSTS_PER_SECOND = 200;
const POSTING_CONNECTIONS = 64;
const MOST_MS = 50;
const LONGEST_WAIT_MS = 10_000;
const SETTLING_MS = 1_000;

/** From the moment at which a post is due until each of many listeners has it. */
export const live: Measure = {
  name: 'live',
  async run({ smallest, folder, options }: BenchPlace): Promise<Findings> {
    const dataDir = join(folder, 'live');
    cpSync(smallest.folder, dataDir, { recursive: true });
    const child = await Child.start('service', dataDir);
    const seconds = options.isQuick ? 2 : 15;
    try {
      const dueAt = new Map<string, number>();
      const delays: number[] = [];
      const onReport = (id: string): void => {
        const due = dueAt.get(id);
        if (due !== undefined) delays.push(performance.now() - due);
      };
      const path = `/v1/negotiations/${NEGOTIATION}/replay?axis=recorded&from=@${String(smallest.head)}`;
      const listeners = await Promise.all(Array.from({ length: LISTENERS }, async () => Listener.open(child.port, path, onReport)));
      await pause(SETTLING_MS);
      await post(child.port, seconds, dueAt);
      const expected = dueAt.size * LISTENERS;
      const giveUp = performance.now() + LONGEST_WAIT_MS;
      while (delays.length < expected && performance.now() < giveUp) await pause(20);
      for (const listener of listeners) listener.close();
      const missing = expected - delays.length;
      const all = [...delays, ...Array.from({ length: missing }, () => Infinity)];
      const behind = `p50 ${digits(quantile(all, 0.5))} ms, ${count(missing)} of ${count(expected)} not delivered`;
      const what = `live: from post to ${String(LISTENERS)} listeners at ${String(POSTS_PER_SECOND)} posts/s, p99`;
      return { rows: [atMost(what, quantile(all, 0.99), MOST_MS, ' ms', behind)] };
    } finally {
      await child.stop();
    }
  },
};

/** Posts at a steady rate, whatever the answers; each counts from when it was due, so that waiting for a connection counts too. */
async function post(port: number, seconds: number, dueAt: Map<string, number>): Promise<void> {
  const free = await Promise.all(Array.from({ length: POSTING_CONNECTIONS }, async () => Connection.open(port)));
  const waiting: string[] = [];
  const total = seconds * POSTS_PER_SECOND;
  const underWay = new Set<Promise<void>>();
  const start = performance.now();
  for (let number = 0; number < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / 1_000) * POSTS_PER_SECOND));
    for (; number < due; number += 1) {
      const id = `live-${String(number)}`;
      dueAt.set(id, start + (number / POSTS_PER_SECOND) * 1_000);
      waiting.push(reportRequest(id, number));
    }
    while (free.length > 0 && waiting.length > 0) sendOne(free, waiting, underWay);
    await pause(1);
  }
  while (waiting.length > 0 || underWay.size > 0) {
    while (free.length > 0 && waiting.length > 0) sendOne(free, waiting, underWay);
    await Promise.race(underWay);
  }
  for (const connection of free) connection.close();
}

function sendOne(free: Connection[], waiting: string[], underWay: Set<Promise<void>>): void {
  const [connection, request] = [free.pop(), waiting.shift()];
  if (connection === undefined || request === undefined) return;
  const sent = connection.send(request).then(({ status, body }) => {
    if (status !== 201) throw new Error(`a post was answered by ${String(status)}: ${body.toString()}`);
    free.push(connection);
    underWay.delete(sent);
  });
  underWay.add(sent);
}
