import { checkEvents } from '../../event-store/check-event.js';
import { RevisionConflict } from '../../event-store/event-store.js';
import type { CommandRunner, Prepared } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import type { Task } from '../writing/import-kind.js';
import type { WriteModel } from '../writing/write-model.js';
import { type LineOutcome, type ReadLine, rejection } from './outcome.js';
import { wavesOf } from './waves.js';

type ReadTask = Extract<ReadLine, { readonly task: Task }>;

/**
 * Carries out lines a window at a time, and a window in waves: all of a wave are decided at once, then appended in the order of
 * the lines, many in flight.
 */
export class ImportWindows {
  /** Whether lines are taken to bring something new, as long as most do: then nothing is read for them. */
  private presumesNew = true;

  /** @param areRecordedWhole whether the log records the appends of a wave in their order, and none without those before it */
  constructor(
    private readonly runner: CommandRunner,
    private readonly areRecordedWhole: boolean,
  ) {}

  /** What became of each line. */
  async carryOut(window: readonly ReadLine[]): Promise<LineOutcome[]> {
    const outcomes = new Map<ReadLine, LineOutcome>();
    const tasks = window.filter((line) => line.task !== undefined);
    for (const wave of wavesOf(tasks, this.areRecordedWhole)) await this.carryOutWave(wave, outcomes);
    const created = outcomes.values().reduce((sum, { outcome }) => sum + Number(outcome.outcome === 'created'), 0);
    this.presumesNew = created * 2 >= outcomes.size;
    return window.map((line) => line.rejected ?? outcomes.get(line) ?? notCarriedOut(line));
  }

  private async carryOutWave(wave: readonly ReadTask[], outcomes: Map<ReadLine, LineOutcome>): Promise<void> {
    const model = this.runner.snapshot();
    const isSource = ({ task }: ReadTask): boolean => task.brings === 'source';
    const decided = new Map<ReadTask, PromiseSettledResult<Prepared>>();
    await this.decide(wave.filter(isSource), decided, model, new Set());
    // One that the log would refuse is not there for those that name it.
    for (const [line, result] of decided) decided.set(line, storable(result));
    const brought = [...decided].flatMap(([{ task }, { status }]) => (status === 'fulfilled' && task.key !== null ? [task.key] : []));
    await this.decide(
      wave.filter((line) => !isSource(line)),
      decided,
      model,
      new Set(brought),
    );
    await Promise.all(
      wave.map(async (line) => {
        outcomes.set(line, await this.outcomeOf(line, decided.get(line)));
      }),
    );
  }

  private async decide(
    lines: readonly ReadTask[],
    decided: Map<ReadTask, PromiseSettledResult<Prepared>>,
    model: WriteModel,
    alsoKnown: ReadonlySet<string>,
  ): Promise<void> {
    const presumptions = { isNew: this.presumesNew, alsoKnown };
    const results = await Promise.allSettled(
      lines.map(async ({ task: { decider, request, id } }) => this.runner.prepare(decider, request, id, model, presumptions)),
    );
    results.forEach((result, i) => {
      const line = lines[i];
      if (line) decided.set(line, result);
    });
  }

  private async outcomeOf({ number, id, task }: ReadTask, prepared: PromiseSettledResult<Prepared> | undefined): Promise<LineOutcome> {
    try {
      if (prepared?.status !== 'fulfilled') throw prepared?.reason;
      const { outcome, position } = await this.append(task, prepared.value);
      return { outcome: { line: number, id, outcome }, position };
    } catch (error) {
      return rejection(number, id, error);
    }
  }

  private async append({ decider, request, id }: Task, prepared: Prepared): Promise<Receipt> {
    try {
      return await this.runner.append(prepared);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      return this.runner.run(decider, request, id, false);
    }
  }
}

function storable(result: PromiseSettledResult<Prepared>): PromiseSettledResult<Prepared> {
  if (result.status === 'rejected' || 'unchanged' in result.value) return result;
  try {
    checkEvents(result.value.events);
    return result;
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}

function notCarriedOut({ number, id }: ReadLine): LineOutcome {
  return rejection(number, id, new Error('the line was not carried out'));
}
