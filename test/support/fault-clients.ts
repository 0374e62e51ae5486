import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Json } from '../../src/event-store/event-store.js';
import { reportStream } from '../../src/event-store/stream-names.js';
import type { AppNode, NodeAnswer } from './fault-node.js';

const PARTIES = ['russia', 'ukraine', 'united-states'];
const MODALITIES = ['demands', 'rejects', 'open-to', 'undecided', 'supports'];

/** A name that no other run on the same log has used. */
export function newNegotiation(): string {
  return `faults-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Defines what the reports below name. @returns the path of the negotiation */
export async function aNegotiation(node: AppNode): Promise<string> {
  const id = newNegotiation();
  const entries = [
    { entry: 'negotiation', id, title: 'Talks under fire' },
    ...PARTIES.map((party) => ({ entry: 'party', id: party, name: party, kind: 'state' })),
    { entry: 'issue', id: 'territory', title: 'Territory' },
    { entry: 'proposition', id: 'cede-donbas', issue: 'territory', text: 'Ukraine cedes Donbas.' },
    { entry: 'source', id: 'times', published: '2026-01-05' },
  ];
  // On a busy machine even a log without faults may be slower than the short limits of a node here.
  for (let tries = 1; ; tries += 1) {
    const { status, text } = await node.post(`/${id}/import`, entries);
    if (status === 200) return `/${id}`;
    if (status !== 503 || tries === 20) throw new Error(`the negotiation was not imported: ${text}`);
  }
}

/** The nth report of a client. */
export function aReport(id: string, n = 0): { readonly id: string } {
  const data = { party: PARTIES[n % PARTIES.length], proposition: 'cede-donbas', modality: MODALITIES[n % MODALITIES.length] };
  return { id, type: 'PositionStated', source: { id: 'times' }, summary: `Report ${id}.`, data } as { id: string };
}

/** What a client saw until its report was acknowledged. */
export interface Acknowledged {
  readonly id: string;
  /** Answers 503 before. */
  readonly refusals: number;
  readonly waitedMs: number;
}

/** Reports that were acknowledged otherwise. */
export function acknowledgedBefore(ids: readonly string[]): Acknowledged[] {
  return ids.map((id) => ({ id, refusals: 0, waitedMs: 0 }));
}

/** Posts with the same id until the answer is no 503, a little sooner than it is asked to. @throws at any other answer */
export async function postUntilAcknowledged(
  node: AppNode,
  negotiation: string,
  report: { readonly id: string },
  limitMs = 60_000,
): Promise<Acknowledged & { readonly answer: NodeAnswer }> {
  const began = performance.now();
  for (let refusals = 0; ; refusals += 1) {
    const answer = await node.post(`${negotiation}/reports`, report);
    const waitedMs = performance.now() - began;
    if (answer.status === 200 || answer.status === 201) return { id: report.id, answer, refusals, waitedMs };
    if (answer.status !== 503) throw new Error(`${String(answer.status)} for ${report.id}: ${answer.text}`);
    if (!Number.isInteger(Number(answer.headers.get('retry-after') ?? 'none'))) throw new Error(`503 without Retry-After: ${answer.text}`);
    if (waitedMs > limitMs) throw new Error(`${report.id} was not acknowledged in ${String(limitMs)} ms: ${answer.text}`);
    await pause(100);
  }
}

export interface Writers {
  /** Settles when each has had all its reports acknowledged. */
  readonly done: Promise<readonly Acknowledged[]>;
  /** How many reports were acknowledged so far. */
  readonly acknowledged: number;
  /** Takes no further reports. */
  stop(): void;
}

/** Clients that post one report after the other, all at once. @param each how many reports of each @param name begins their ids */
export function startWriters(node: AppNode, negotiation: string, writers: number, each: number, name = 'r'): Writers {
  const all: Acknowledged[] = [];
  const state = { stopped: false };
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; n < each && !state.stopped; n += 1) {
      all.push(await postUntilAcknowledged(node, negotiation, aReport(`${name}-${String(writer)}-${String(n)}`, writer + n)));
    }
  };
  const done = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer))).then(() => all);
  // Whoever waits for it learns of a failure; until then it is no unhandled one.
  done.catch(() => undefined);
  return {
    done,
    get acknowledged() {
      return all.length;
    },
    stop: () => {
      state.stopped = true;
    },
  };
}

/** Appends reports as other nodes would, without a node: many in short time. */
export async function appendReports(store: EventStore, negotiation: string, ids: readonly string[]): Promise<void> {
  const [, name = ''] = negotiation.split('/');
  const common = { negotiation: name, type: undefined, claim: { by: [], via: [], form: 'stated' }, issues: [], source: { id: 'times' } };
  const append = async (id: string, n: number): Promise<void> => {
    const { type, summary, data } = aReport(id, n) as unknown as { type: string; summary: string; data: object };
    const stored = JSON.parse(JSON.stringify({ ...common, id, summary, data: { ...data, conditions: [] } })) as Json;
    const metadata = { postedBy: 'desk', correlationId: randomUUID(), causationId: randomUUID(), version: 1 };
    await store.append(reportStream(name, id), [{ id: randomUUID(), type, data: stored, metadata }], 'no-stream');
  };
  for (let start = 0; start < ids.length; start += 50) {
    await Promise.all(ids.slice(start, start + 50).map((id, i) => append(id, start + i)));
  }
}
