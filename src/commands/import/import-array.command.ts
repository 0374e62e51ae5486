import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CheckedEvent, checkEvents } from '../../event-store/check-event.js';
import {
  MAX_APPEND_BYTES,
  type NewEvent,
  type Revision,
  RevisionConflict,
  type StreamName,
  UnstorableEvent,
} from '../../event-store/event-store.js';
import { EventStore } from '../../event-store/event-store.token.js';
import { negotiationStream } from '../../event-store/stream-names.js';
import { problemOf } from '../../http/problem-filter.js';
import type { Sender } from '../../http/sender.js';
import { ShownPosition } from '../../ports/shown-position.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';
import { CommandRunner, knownKey } from '../writing/command-runner.js';
import type { Task } from '../writing/import-kind.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import { OverlayWriteModel } from '../writing/overlay-write-model.js';
import { Repetitions } from '../writing/repetitions.js';
import { ImportLines } from './import-lines.js';
import { count, emptySummary, type Outcome, type Summary } from './outcome.js';

/** Entries in any order, decided all before any is appended. */
export class ImportArray extends Command<{ items: Outcome[]; summary: Summary }> {
  constructor(
    readonly negotiation: string,
    readonly lines: readonly unknown[],
    readonly sender: Sender,
    readonly dryRun: boolean,
  ) {
    super();
  }
}

interface Append {
  readonly stream: StreamName;
  readonly expected: Revision | 'no-stream';
  readonly events: NewEvent[];
  bytes: number;
  /** What becomes of the entries that it brings, by their places in the array. */
  readonly outcomes: Map<number, Outcome['outcome']>;
}

interface Line {
  readonly entry: unknown;
  readonly index: number;
  readonly task: Task;
}

const MOST_ATTEMPTS = 10;
/** Events that one append may hold. */
const MOST_EVENTS = 50;

@CommandHandler(ImportArray)
export class ImportArrayHandler implements ICommandHandler<ImportArray> {
  constructor(
    private readonly lines: ImportLines,
    private readonly runner: CommandRunner,
    private readonly log: LogWriteModel,
    private readonly store: EventStore,
    private readonly shown: ShownPosition,
  ) {}

  /** @throws Refusal `invalid-body` with the faults of all rejected entries: then nothing is appended */
  async execute(command: ImportArray): Promise<{ items: Outcome[]; summary: Summary }> {
    const lines = this.read(command);
    const answer = await this.runner.turns.take(negotiationStream(command.negotiation), () => this.executeInTurn(command, lines));
    // As with every write: who reads next on this node is shown it.
    await this.shown.shows(BigInt(answer.summary.position));
    return answer;
  }

  private async executeInTurn(command: ImportArray, lines: readonly Line[]): Promise<{ items: Outcome[]; summary: Summary }> {
    // What an earlier attempt appended counts as that, though a later one finds it there.
    const appended = new Map<number, Outcome['outcome']>();
    for (let attempt = 1; ; attempt += 1) {
      const { appends, positions, outcomes } = await this.decideAll(command, lines);
      try {
        const added = command.dryRun ? [] : await this.appendAll(appends, appended);
        return this.answer(new Map([...outcomes, ...appended]), lines, [...added, ...positions]);
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  private read({ lines, negotiation, sender }: ImportArray): Line[] {
    const faults: Fault[] = [];
    const repetitions = new Repetitions();
    const read = lines.flatMap((line, index): Line[] => {
      try {
        const task = this.lines.toTask(line, negotiation, sender, repetitions);
        return [{ entry: (line as { entry?: unknown } | null)?.entry, index, task }];
      } catch (error) {
        faults.push(...faultsAt(index, error));
        return [];
      }
    });
    if (faults.length > 0) throw rejected(faults);
    return this.lines.inOrder(read);
  }

  private async decideAll(
    { negotiation }: ImportArray,
    lines: readonly Line[],
  ): Promise<{ appends: Append[]; positions: bigint[]; outcomes: Map<number, Outcome['outcome']> }> {
    const overlay = new OverlayWriteModel(this.log, negotiation);
    const brought = new Set(lines.flatMap(({ task }) => (task.brings === null ? [] : [knownKey(task.brings, task.id)])));
    const faults: Fault[] = [];
    const appends: Append[] = [];
    const positions: bigint[] = [];
    const outcomes = new Map<number, Outcome['outcome']>();
    for (const { index, task } of lines) {
      try {
        const { events, loaded } = await this.runner.decide(task.decider, task.request, overlay, { alsoKnown: brought });
        for (const event of events) await overlay.take(event);
        const outcome = events.length === 0 ? 'unchanged' : loaded.last === undefined ? 'created' : 'changed';
        outcomes.set(index, outcome);
        if (events.length === 0) {
          if (loaded.last) positions.push(loaded.last.position);
          continue;
        }
        const toAppend = this.runner.toNewEvents(events, task.request);
        // What one append cannot hold must be found before any is made.
        const checked = checkEvents(toAppend);
        const stream = task.decider.stream(task.request);
        const [expected, bytes] = [loaded.streamRevision, bytesOf(checked)];
        addTo(appends, { stream, expected, events: toAppend, bytes, outcomes: new Map([[index, outcome]]) });
      } catch (error) {
        faults.push(...faultsAt(index, error));
      }
    }
    if (faults.length > 0) throw rejected(faults);
    return { appends, positions, outcomes };
  }

  /**
   * @param appended takes what becomes of the entries, append by append: a later append may fail
   * @returns the positions, in order
   */
  private async appendAll(appends: readonly Append[], appended: Map<number, Outcome['outcome']>): Promise<bigint[]> {
    const positions: bigint[] = [];
    for (const { stream, expected, events, outcomes } of appends) {
      positions.push((await this.store.append(stream, events, expected)).position);
      for (const [index, outcome] of outcomes) appended.set(index, outcome);
    }
    return positions;
  }

  private answer(
    outcomes: ReadonlyMap<number, Outcome['outcome']>,
    lines: readonly Line[],
    positions: readonly bigint[],
  ): { items: Outcome[]; summary: Summary } {
    const items = lines
      .toSorted((a, b) => a.index - b.index)
      .map(({ index, task }): Outcome => ({ line: index + 1, id: task.id, outcome: outcomes.get(index) ?? 'unchanged' }));
    const latest = positions.reduce((a, b) => (a > b ? a : b), 0n);
    const summary = emptySummary(positions.length > 0 ? latest : this.shown.position);
    for (const { outcome } of items) count(summary, outcome);
    return { items, summary };
  }
}

/** Events that follow each other on one stream go into one append, as far as it holds them. */
function addTo(appends: Append[], append: Append): void {
  const last = appends.at(-1);
  const isFull = !last || last.events.length + append.events.length > MOST_EVENTS || last.bytes + append.bytes > MAX_APPEND_BYTES;
  if (isFull || last.stream !== append.stream) {
    appends.push(append);
    return;
  }
  last.events.push(...append.events);
  last.bytes += append.bytes;
  for (const [index, outcome] of append.outcomes) last.outcomes.set(index, outcome);
}

function bytesOf(events: readonly CheckedEvent[]): number {
  return events.reduce((sum, { data, event }) => sum + Buffer.byteLength(data) + Buffer.byteLength(JSON.stringify(event.metadata)), 0);
}

/** The faults of one entry, their pointers into the whole array. */
function faultsAt(index: number, error: unknown): Fault[] {
  if (!(error instanceof Refusal || error instanceof UnstorableEvent)) throw error;
  const at = `#/${String(index)}`;
  const { code, detail } = problemOf(error);
  if (error instanceof UnstorableEvent || error.faults.length === 0) return [{ pointer: at, code, detail }];
  return error.faults.map((fault) => ({ ...fault, pointer: at + (fault.pointer ?? '#').slice(1) }));
}

function rejected(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid-body', 'Some entries are rejected, so none is recorded.', faults);
}
