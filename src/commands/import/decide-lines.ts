import { checkEvents } from '../../event-store/check-event.js';
import { ShortTurns } from '../../waiting/short-turns.js';
import { Refusal } from '../../vocabulary/refusal.js';
import type { CommandRunner } from '../writing/command-runner.js';
import type { FewLookUps } from '../writing/few-look-ups.js';
import type { Task } from '../writing/import-kind.js';
import { keysOf, type Subject } from '../writing/reference.js';
import type { OverlayWriteModel } from '../writing/overlay-write-model.js';
import { rawDateFaults } from '../writing/raw-dates.js';
import { rawReferences } from '../writing/raw-references.js';
import type { WriteModel } from '../writing/write-model.js';
import { type DecidedLine, type Line, rejected } from './line.js';

/** What lines are decided with. */
export interface Deciding {
  readonly runner: CommandRunner;
  /** Takes what the lines would record. */
  readonly overlay: OverlayWriteModel;
  /** Whether what lines bring is taken for new without reading: the append tells where it is not. */
  readonly isPresumedNew: boolean;
  /** Of the whole import. */
  readonly near: FewLookUps;
  /** Aborts where nobody waits for what is decided any more. */
  readonly gone?: AbortSignal | undefined;
}

/**
 * Decides lines one after the other, each as if those before it were recorded, and appends nothing.
 * @throws AbortError
 */
export async function decideLines(lines: readonly Line[], deciding: Deciding): Promise<DecidedLine[]> {
  const decided: DecidedLine[] = [];
  const turns = new ShortTurns();
  for (const line of lines) {
    deciding.gone?.throwIfAborted();
    try {
      decided.push(await decideLine(line, deciding));
    } catch (error) {
      decided.push({ line, settled: rejected(line, error) });
    }
    await turns.worked();
  }
  return decided;
}

/** Reads what lines write and name, all at once: one after the other, each would wait for its own answer of the log. */
export async function readAhead(runner: CommandRunner, lines: readonly Line[], model: WriteModel, isPresumedNew: boolean): Promise<void> {
  const tasks = lines.flatMap(({ task }) => task ?? []);
  const brought = new Set(tasks.flatMap(({ brings }) => (brings === null ? [] : keysOf(brings))));
  const read = tasks.filter(({ decider, request }) => !isPresumedNew || decider.isRightOnNothing?.(request) !== true);
  const written = new Set(tasks.map(({ stream }) => stream));
  const asked = tasks.flatMap(({ decider, request }) => decider.reads?.(request) ?? []).filter(({ stream }) => !written.has(stream));
  const named = [...distinct(tasks)].filter((subject) => !keysOf(subject).some((key) => brought.has(key)));
  await Promise.allSettled([
    ...read.map(async ({ stream, decider }) => model.state(stream, decider.evolve)),
    ...asked.map(async ({ stream, evolve }) => model.state(stream, evolve)),
    runner.known.readAhead(tasks[0]?.request.negotiation ?? '', named, model),
  ]);
}

/** What tasks name, each once: many lines name the same. */
function distinct(tasks: readonly Task[]): Iterable<Subject> {
  const subjects = new Map<string, Subject>();
  for (const { names } of tasks) for (const subject of names) subjects.set(`${subject.kind} ${subject.id}`, subject);
  return subjects.values();
}

async function decideLine(line: Line, deciding: Deciding): Promise<DecidedLine> {
  if (line.task === undefined) throw await withUnknownIds(line, deciding);
  const { runner, overlay, isPresumedNew, near } = deciding;
  const { decider, request, stream }: Task = line.task;
  const { events, state, expected, last, hiddenBy, taken } = await runner.decide(decider, request, overlay, isPresumedNew, near);
  if (events.length === 0) return { line, settled: { line, outcome: 'unchanged', position: last?.position, hiddenBy } };
  const append = { stream, expected, events: runner.toNewEvents(events, request) };
  // What the log would refuse is not there for the lines that name it.
  checkEvents(append.events);
  overlay.take(stream, state, events, decider.evolve, taken.references);
  return { line, append, outcome: last === undefined ? 'created' : 'changed', hiddenBy, taken };
}

/** Tells the unknown ids of a line, and its dates that cannot be, too where its form is at fault: all faults at once. */
async function withUnknownIds({ negotiation, fault, body }: Line, { runner, overlay, near }: Deciding): Promise<unknown> {
  if (!(fault instanceof Refusal) || body === undefined) return fault;
  const told = new Set(fault.faults.map(({ pointer }) => pointer));
  const references = rawReferences(body).filter(({ pointer }) => !told.has(pointer));
  const unknown = await runner.known.unknown(negotiation, references, overlay, near);
  const dates = (await rawDateFaults(body, negotiation, overlay)).filter(({ pointer }) => !told.has(pointer));
  return new Refusal(fault.code, fault.detail, [...fault.faults, ...unknown, ...dates]);
}
