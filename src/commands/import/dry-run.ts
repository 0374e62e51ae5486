import { checkEvents } from '../../event-store/check-event.js';
import type { CommandRunner } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import type { Task } from '../writing/import-kind.js';
import type { OverlayWriteModel } from '../writing/overlay-write-model.js';
import { type LineOutcome, type ReadLine, rejection } from './outcome.js';

/** Decides the lines of an import one by one, as if those before were appended, and appends nothing. */
export class DryRun {
  constructor(
    private readonly runner: CommandRunner,
    private readonly overlay: OverlayWriteModel,
  ) {}

  async carryOut(lines: readonly ReadLine[]): Promise<LineOutcome[]> {
    const outcomes: LineOutcome[] = [];
    for (const { number, id, task, rejected } of lines) {
      if (rejected) {
        outcomes.push(rejected);
        continue;
      }
      try {
        outcomes.push({ outcome: { line: number, id, outcome: await this.decide(task) } });
      } catch (error) {
        outcomes.push(rejection(number, id, error));
      }
    }
    return outcomes;
  }

  private async decide({ decider, request }: Task): Promise<Receipt['outcome']> {
    const { events, loaded } = await this.runner.decide(decider, request, this.overlay);
    if (events.length > 0) checkEvents(this.runner.toNewEvents(events, request));
    for (const event of events) await this.overlay.take(event);
    if (events.length === 0) return 'unchanged';
    return loaded.last === undefined ? 'created' : 'changed';
  }
}
