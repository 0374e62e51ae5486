import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type NewEvent, type Revision, RevisionConflict, type StreamName } from '../../event-store/event-store.js';
import { EventStore } from '../../event-store/event-store.token.js';
import { problemOf } from '../../http/problem-filter.js';
import { ReadSide } from '../../http/read-side.js';
import type { Sender } from '../../http/sender.js';
import { type Fault, Refusal } from '../../vocabulary/refusal.js';
import { CommandRunner, knownKey } from '../writing/command-runner.js';
import type { Task } from '../writing/import-kind.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import { OverlayWriteModel } from '../writing/overlay-write-model.js';
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
}

interface Line {
  readonly entry: unknown;
  readonly index: number;
  readonly task: Task;
}

const MOST_ATTEMPTS = 10;
/** Events that one append may hold: well below the limit of bytes. */
const MOST_EVENTS = 50;

@CommandHandler(ImportArray)
export class ImportArrayHandler implements ICommandHandler<ImportArray> {
  constructor(
    private readonly lines: ImportLines,
    private readonly runner: CommandRunner,
    private readonly log: LogWriteModel,
    private readonly store: EventStore,
    private readonly readSide: ReadSide,
  ) {}

  /** @throws Refusal `invalid-body` with the faults of all rejected entries: then nothing is appended */
  async execute(command: ImportArray): Promise<{ items: Outcome[]; summary: Summary }> {
    const lines = this.read(command);
    // What an earlier attempt appended counts as that, though a later one finds it there.
    const outcomes = new Map<number, Outcome['outcome']>();
    for (let attempt = 1; ; attempt += 1) {
      const { appends, positions } = await this.decideAll(command, lines, outcomes);
      try {
        const appended = command.dryRun ? [] : await this.appendAll(appends);
        return this.answer(outcomes, lines, [...positions, ...appended]);
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  private read({ lines, negotiation, sender }: ImportArray): Line[] {
    const faults: Fault[] = [];
    const read = lines.flatMap((line, index): Line[] => {
      try {
        return [{ entry: (line as { entry?: unknown } | null)?.entry, index, task: this.lines.toTask(line, negotiation, sender) }];
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
    outcomes: Map<number, Outcome['outcome']>,
  ): Promise<{ appends: Append[]; positions: bigint[] }> {
    const overlay = new OverlayWriteModel(this.log, negotiation);
    const brought = new Set(lines.flatMap(({ task }) => (task.brings === null ? [] : [knownKey(task.brings, task.id)])));
    const faults: Fault[] = [];
    const appends: Append[] = [];
    const positions: bigint[] = [];
    for (const { index, task } of lines) {
      try {
        const { events, loaded } = await this.runner.decide(task.decider, task.request, overlay, brought);
        for (const event of events) await overlay.take(event);
        if (events.length > 0)
          addTo(appends, task.decider.stream(task.request), loaded.streamRevision, this.runner.toNewEvents(events, task.request));
        else if (loaded.last) positions.push(loaded.last.position);
        const outcome = events.length === 0 ? 'unchanged' : loaded.last === undefined ? 'created' : 'changed';
        if (!outcomes.has(index)) outcomes.set(index, outcome);
      } catch (error) {
        faults.push(...faultsAt(index, error));
      }
    }
    if (faults.length > 0) throw rejected(faults);
    return { appends, positions };
  }

  /** @returns the positions, in order */
  private async appendAll(appends: readonly Append[]): Promise<bigint[]> {
    const positions: bigint[] = [];
    for (const { stream, expected, events } of appends) positions.push((await this.store.append(stream, events, expected)).position);
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
    const summary = emptySummary(positions.length > 0 ? latest : this.readSide.position);
    for (const { outcome } of items) count(summary, outcome);
    return { items, summary };
  }
}

/** Events that follow each other on one stream go into one append. */
function addTo(appends: Append[], stream: StreamName, expected: Revision | 'no-stream', events: NewEvent[]): void {
  const last = appends.at(-1);
  if (last?.stream === stream && last.events.length + events.length <= MOST_EVENTS) last.events.push(...events);
  else appends.push({ stream, expected, events });
}

/** The faults of one entry, their pointers into the whole array. */
function faultsAt(index: number, error: unknown): Fault[] {
  if (!(error instanceof Refusal)) throw error;
  const at = `#/${String(index)}`;
  const { code, detail } = problemOf(error);
  if (error.faults.length === 0) return [{ pointer: at, code, detail }];
  return error.faults.map((fault) => ({ ...fault, pointer: at + (fault.pointer ?? '#').slice(1) }));
}

function rejected(faults: readonly Fault[]): Refusal {
  return new Refusal('invalid-body', 'Some entries are rejected, so none is recorded.', faults);
}
