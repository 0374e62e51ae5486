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

interface Rebuilt {
  readonly items: readonly { readonly rebuild: { readonly state: string; readonly same: boolean } | null }[];
}

/** Rebuilds the read model from the log. @returns whether it held the same rows as the one in use */
export async function rebuild(program: Program): Promise<boolean> {
  const started = await api(program, 'POST', '/admin/projections/rebuild');
  if (started.status !== 202) throw new Error(`the rebuild was answered by ${String(started.status)}`);
  for (;;) {
    const { items } = (await (await api(program, 'GET', '/admin/projections')).json()) as Rebuilt;
    const progress = items[0]?.rebuild;
    if (progress?.state === 'swapped') return progress.same;
    if (progress?.state === 'failed') throw new Error(JSON.stringify(items));
    await pause(20);
  }
}
