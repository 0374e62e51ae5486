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

  constructor(private readonly runner: CommandRunner) {}

  /** What became of each line. */
  async carryOut(window: readonly ReadLine[]): Promise<LineOutcome[]> {
    const outcomes = new Map<ReadLine, LineOutcome>();
    for (const wave of wavesOf(window.filter((line) => line.task !== undefined))) await this.carryOutWave(wave, outcomes);
    const created = outcomes.values().reduce((sum, { outcome }) => sum + Number(outcome.outcome === 'created'), 0);
    this.presumesNew = created * 2 >= outcomes.size;
    return window.map((line) => line.rejected ?? outcomes.get(line) ?? notCarriedOut(line));
  }

  private async carryOutWave(wave: readonly ReadTask[], outcomes: Map<ReadLine, LineOutcome>): Promise<void> {
    const model = this.runner.snapshot();
    const prepared = await Promise.allSettled(wave.map(async ({ task }) => this.prepare(task, model)));
    await Promise.all(
      wave.map(async (line, i) => {
        outcomes.set(line, await this.outcomeOf(line, prepared[i]));
      }),
    );
  }

  private async prepare({ decider, request, id }: Task, model: WriteModel): Promise<Prepared> {
    return this.runner.prepare(decider, request, id, model, { isNew: this.presumesNew });
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

function notCarriedOut({ number, id }: ReadLine): LineOutcome {
  return rejection(number, id, new Error('the line was not carried out'));
}
