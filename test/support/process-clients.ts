import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './process-program.js';

const NEGOTIATION = 'ukraine-peace';
export const KEY = 'a-key-for-the-tests';

/** A request to a program's API, with the admin key. */
export async function api(program: Program, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${program.url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A report that is like no other. */
export function report(id: string): object {
  return {
    id,
    type: 'ContextReported',
    issues: ['process'],
    source: { id: 'article-002' },
    summary: `This is ${id}.`,
    data: { kind: 'test' },
  };
}

/** Posts reports one after the other until the connection breaks. @returns the ids that were acknowledged */
export async function postUntilItBreaks(program: Program, client: string, onAcknowledged: () => void): Promise<string[]> {
  const acknowledged: string[] = [];
  try {
    for (let n = 0; ; n += 1) {
      const id = `${client}-${String(n)}`;
      const { status } = await api(program, 'POST', `/admin/negotiations/${NEGOTIATION}/reports`, report(id));
      if (status !== 201) throw new Error(`${id} was answered by ${String(status)}`);
      acknowledged.push(id);
      onAcknowledged();
    }
  } catch (error) {
    // `fetch` throws a TypeError where the connection breaks, but not one of the realm that Jest runs tests in.
    if ((error as Error).name === 'TypeError') return acknowledged;
    throw error;
  }
}

/** The ids of all recorded reports, in the order of the log: what is there twice is there twice. */
export async function recordedReports(program: Program): Promise<string[]> {
  const lines = (await (await api(program, 'GET', `/negotiations/${NEGOTIATION}/export`)).text()).trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { entry: string; id: string });
  return entries.filter(({ entry }) => entry === 'report').map(({ id }) => id);
}

/** Everything that the queries tell of a negotiation at a day, as text. */
export async function answers(program: Program): Promise<string> {
  const base = `/negotiations/${NEGOTIATION}`;
  const day = 'asOf=2026-02-01&limit=500';
  const lists = ['issues', 'stances', 'meetings', 'plans', 'reports', 'persons'].map((list) => `${base}/${list}?${day}`);
  const texts = [];
  for (const path of [...lists, `${base}/issues/territory?asOf=2026-02-01`, `${base}/issues/process?asOf=2026-02-01`]) {
    const answer = await api(program, 'GET', path);
    texts.push(`${path} ${String(answer.status)} ${await answer.text()}`);
  }
  return texts.join('\n');
}

/** How the read model of a program stands. */
export interface ToldProjection {
  readonly version: number;
  readonly wantedVersion: number;
  readonly renewal: string | null;
  readonly rebuild: { readonly state: string; readonly reason: string; readonly same: boolean | null } | null;
}

export async function projection(program: Program): Promise<ToldProjection> {
  const { items } = (await (await api(program, 'GET', '/admin/projections')).json()) as { items: [ToldProjection] };
  return items[0];
}

/** Rebuilds the read model from the log. @returns whether it held the same rows as the one in use */
export async function rebuild(program: Program): Promise<boolean | null> {
  const started = await api(program, 'POST', '/admin/projections/rebuild');
  if (started.status !== 202) throw new Error(`the rebuild was answered by ${String(started.status)}`);
  for (;;) {
    const told = await projection(program);
    if (told.rebuild?.state === 'swapped') return told.rebuild.same;
    if (told.rebuild?.state === 'failed') throw new Error(JSON.stringify(told));
    await pause(20);
  }
}

/** Lines of an import: as many sources, for a log that is not done in a moment. */
export function manySources(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ entry: 'source', id: `many-${String(i)}`, published: '2026' })}\n`,
  ).join('');
}

/** Imports lines into a program. */
export async function importLines(program: Program, lines: string): Promise<void> {
  const answer = await fetch(`${program.url}/v1/admin/negotiations/${NEGOTIATION}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-ndjson' },
    body: lines,
  });
  const text = await answer.text();
  if (!text.includes('"rejected":0')) throw new Error(text.slice(-500));
}
