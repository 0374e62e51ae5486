import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '../../src/event-store/event-store.js';
import { Projector } from '../../src/read-model/projecting/projector.js';
import { bodiesBeside } from '../../src/read-model/tables/bodies.js';
import { openToFill } from '../../src/read-model/tables/open-read-model-file.js';
import type { Acknowledged } from './fault-clients.js';
import { type AppNode, eventually, type NodeAnswer } from './fault-node.js';

/** What became of the reports that were acknowledged. */
export interface Counts {
  readonly acknowledged: number;
  readonly inLog: number;
  readonly inApi: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** In the log or the API and never acknowledged. */
  readonly unasked: readonly string[];
  /** Answers 503 on the way. */
  readonly refusals: number;
  readonly longestWaitMs: number;
}

/** Counts the reports in the log and in the API of a node that has caught up; prints the counts in one line. */
export async function count(
  what: string,
  node: AppNode,
  store: EventStore,
  negotiation: string,
  acknowledged: readonly Acknowledged[],
): Promise<Counts> {
  await caughtUp(node, store);
  const inLog = await eventsPerReport(store, negotiation);
  const inApi = occurrences(await reportsOf(node, negotiation));
  const ids = new Set(acknowledged.map(({ id }) => id));
  const counts: Counts = {
    acknowledged: ids.size,
    inLog: inLog.size,
    inApi: inApi.size,
    lost: [...ids].filter((id) => !inLog.has(id) || !inApi.has(id)),
    doubled: [...new Set([...repeated(inLog), ...repeated(inApi)])],
    unasked: [...new Set([...inLog.keys(), ...inApi.keys()])].filter((id) => !ids.has(id)),
    refusals: acknowledged.reduce((sum, { refusals }) => sum + refusals, 0),
    longestWaitMs: Math.round(Math.max(0, ...acknowledged.map(({ waitedMs }) => waitedMs))),
  };
  const { lost, doubled, refusals, longestWaitMs } = counts;
  process.stdout.write(
    `${what}: ${String(ids.size)} acknowledged, ${String(lost.length)} lost, ${String(doubled.length)} doubled, ` +
      `${String(refusals)} answers 503, longest wait ${String(longestWaitMs)} ms\n`,
  );
  return counts;
}

/** What every run must come to. */
export const NOTHING_AMISS = { lost: [], doubled: [], unasked: [] };

/** Settles when a node has applied all that is in the log now. */
export async function caughtUp(node: AppNode, store: EventStore, limitMs = 180_000): Promise<void> {
  const head = await store.head();
  await eventually('the node has caught up', () => node.readModel.applied >= head, limitMs);
}

/** The rows in use, and those that the log gives when it is folded anew: the first one that differs. */
export async function differenceFromFold(node: AppNode, store: EventStore): Promise<string | undefined> {
  await caughtUp(node, store);
  const folder = await mkdtemp(join(tmpdir(), 'negotiations-fold-'));
  const path = join(folder, 'read-model.sqlite');
  const fresh = openToFill(path, bodiesBeside(path, true));
  try {
    const projector = new Projector(fresh);
    // Others may write into the same log meanwhile. No await from the end of this to the comparison.
    while (fresh.applied !== node.readModel.applied) {
      for await (const events of store.readAll(fresh.applied))
        projector.apply(events.filter(({ position }) => position <= node.readModel.applied));
    }
    const live = [...node.readModel.rows.contents()];
    const folded = [...fresh.contents()];
    const i = folded.findIndex((row, n) => row !== live[n]);
    return i >= 0 || live.length !== folded.length ? `${live[i] ?? 'nothing'} is ${folded[i] ?? 'nothing'} in the fold` : undefined;
  } finally {
    fresh.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function eventsPerReport(store: EventStore, negotiation: string): Promise<Map<string, number>> {
  const prefix = `report-${negotiation.slice(1)}.`;
  const ids: string[] = [];
  for await (const events of store.readAll()) {
    ids.push(...events.filter(({ stream }) => stream.startsWith(prefix)).map(({ stream }) => stream.slice(prefix.length)));
  }
  return occurrences(ids);
}

async function reportsOf(node: AppNode, negotiation: string): Promise<string[]> {
  const ids: string[] = [];
  for (let path: string | null = `/v1/negotiations${negotiation}/reports?limit=500`; path !== null;) {
    const page: NodeAnswer = await node.get(path);
    ids.push(...page.body.items.map(({ id }) => id));
    path = page.body.next;
  }
  return ids;
}

function occurrences(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function repeated(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].filter(([, times]) => times > 1).map(([id]) => id);
}
