import {
  type Appended,
  type EventStore,
  MAX_APPEND_BYTES,
  type NewEvent,
  type StreamAppend,
  type StreamName,
} from '../../event-store/event-store.js';
import { ShortTurns } from '../../waiting/short-turns.js';
import { keysOf } from '../writing/reference.js';
import type { AppendingLine, Line, Settled } from './line.js';

/** Events that one append may hold: each has hashes and names beside what its bytes are counted of. */
const MOST_EVENTS = 100;

/** What became of decided lines in the log. */
export interface RecordedLines {
  readonly settled: readonly Settled[];
  /** Why the others are not recorded. */
  readonly failure?: unknown;
}

/** Records lines in their order: together where the log can, else one after the other up to where it fails. */
export async function recordLines(store: EventStore, lines: readonly AppendingLine[]): Promise<RecordedLines> {
  if (lines.length === 0) return { settled: [] };
  return store.appendTogether ? recordTogether(store.appendTogether.bind(store), lines) : recordInWaves(store, lines);
}

async function recordTogether(
  appendTogether: NonNullable<EventStore['appendTogether']>,
  lines: readonly AppendingLine[],
): Promise<RecordedLines> {
  try {
    const appended = await appendTogether(lines.map(({ append }) => append));
    return { settled: lines.map((line, i) => recorded(line, appended[i]?.position)) };
  } catch (failure) {
    return { settled: [], failure };
  }
}

/** All appends of a wave are under way at once, in their order; a wave waits for the one before it. */
async function recordInWaves(store: EventStore, lines: readonly AppendingLine[]): Promise<RecordedLines> {
  const settled: Settled[] = [];
  for (const wave of wavesOf(lines)) {
    const batches = batchesOf(wave);
    const results = await Promise.allSettled(await begun(store, batches));
    const failures: unknown[] = [];
    results.forEach((result, i) => {
      if (result.status === 'rejected') failures.push(result.reason);
      else for (const line of batches[i]?.lines ?? []) settled.push(recorded(line, result.value.position));
    });
    if (failures.length > 0) return { settled, failure: failures[0] };
  }
  return { settled };
}

/** In their order; to make ready what is sent takes a while, in which the log is at work on what was sent already. */
async function begun(store: EventStore, batches: readonly Batch[]): Promise<Promise<Appended>[]> {
  const turns = new ShortTurns();
  const appends: Promise<Appended>[] = [];
  for (const { append } of batches) {
    const appending = store.append(append.stream, append.events, append.expected);
    appending.catch(() => undefined);
    appends.push(appending);
    await turns.worked();
  }
  return appends;
}

function recorded({ line, outcome, hiddenBy }: AppendingLine, position: bigint | undefined): Settled {
  return { line, outcome, position, hiddenBy };
}

/**
 * Lines in waves, so that none is recorded before what it names. All keep their order, which decides between equals (design 4,
 * "Order"), but for new sources: these go ahead, or each would start a wave among reports; nothing before them can name them.
 */
export function wavesOf<T extends { readonly line: Line; readonly append: StreamAppend }>(lines: readonly T[]): T[][] {
  const waves: T[][] = [];
  const broughtIn = new Map<string, { readonly wave: number; readonly stream: StreamName }>();
  let latest = 0;
  for (const line of lines) {
    const { names = [], brings = null } = line.line.task ?? {};
    const isNewSource = brings?.kind === 'source' && line.append.expected === 'no-stream';
    const named = names.flatMap(keysOf).flatMap((key) => broughtIn.get(key) ?? []);
    // What goes to one stream is recorded in its order, or not at all.
    const behind = Math.max(0, ...named.map(({ wave, stream }) => (stream === line.append.stream ? wave : wave + 1)));
    const wave = isNewSource ? behind : Math.max(latest, behind);
    if (!isNewSource) latest = wave;
    if (brings) for (const key of keysOf(brings)) broughtIn.set(key, { wave, stream: line.append.stream });
    (waves[wave] ??= []).push(line);
  }
  return waves;
}

interface Batch {
  readonly append: StreamAppend & { readonly events: NewEvent[] };
  readonly lines: AppendingLine[];
  bytes: number;
}

/** Lines that follow each other on one stream share an append, as far as it holds them. */
function batchesOf(lines: readonly AppendingLine[]): Batch[] {
  const batches: Batch[] = [];
  for (const line of lines) {
    const { stream, expected, events } = line.append;
    const bytes = Buffer.byteLength(JSON.stringify(events));
    const last = batches.at(-1);
    const isFull = !last || last.append.events.length + events.length > MOST_EVENTS || last.bytes + bytes > MAX_APPEND_BYTES;
    if (isFull || last.append.stream !== stream) {
      batches.push({ append: { stream, expected, events: [...events] }, lines: [line], bytes });
    } else {
      last.append.events.push(...events);
      last.lines.push(line);
      last.bytes += bytes;
    }
  }
  return batches;
}
