import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { parseJson } from '../../http/body-parsers.js';
import { type ByteLine, byteLines } from '../../http/byte-lines.js';
import { EdgeProblem, problemOf } from '../../http/problem-filter.js';
import { ReadSide } from '../../http/read-side.js';
import type { Sender } from '../../http/sender.js';
import { CommandRunner } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import type { Task } from '../writing/import-kind.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import { OverlayWriteModel } from '../writing/overlay-write-model.js';
import { ImportLines } from './import-lines.js';
import { count, emptySummary, type Outcome } from './outcome.js';

/** Lines one after the other, of any number: each may name what the lines before it brought; a rejected one stops nothing. */
@Injectable()
export class ImportStream {
  constructor(
    private readonly lines: ImportLines,
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly log: LogWriteModel,
    private readonly readSide: ReadSide,
  ) {}

  /** @returns NDJSON: the outcome of each line, at the end the summary @throws what cuts the body off */
  async *run(body: AsyncIterable<Uint8Array>, negotiation: string, sender: Sender, dryRun: boolean): AsyncIterable<string> {
    const overlay = dryRun ? new OverlayWriteModel(this.log, negotiation) : undefined;
    const summary = emptySummary(0n);
    for await (const line of byteLines(body)) {
      const { outcome, position } = await this.take(line, negotiation, sender, overlay);
      count(summary, outcome.outcome, position);
      yield `${JSON.stringify(outcome)}\n`;
    }
    if (summary.position === '0') summary.position = String(this.readSide.position);
    yield `${JSON.stringify({ summary })}\n`;
  }

  private async take(
    line: ByteLine,
    negotiation: string,
    sender: Sender,
    overlay: OverlayWriteModel | undefined,
  ): Promise<{ outcome: Outcome; position?: bigint }> {
    let id: string | null = null;
    try {
      if (line.bytes === null) throw new EdgeProblem('body-too-large', 'The line is too long for one event.');
      const parsed = parseJson(line.bytes);
      id = idOf(parsed);
      const task = this.lines.toTask(parsed, negotiation, sender);
      if (overlay) return { outcome: { line: line.number, id, outcome: await this.decideOnly(task, overlay) } };
      const receipt = await this.commands.execute(task.command);
      return { outcome: { line: line.number, id, outcome: receipt.outcome }, position: receipt.position };
    } catch (error) {
      return { outcome: { line: line.number, id, outcome: 'rejected', problem: problemOf(error) } };
    }
  }

  private async decideOnly({ decider, request }: Task, overlay: OverlayWriteModel): Promise<Receipt['outcome']> {
    const { events, loaded } = await this.runner.decide(decider, request, overlay);
    for (const event of events) await overlay.take(event);
    if (events.length === 0) return 'unchanged';
    return loaded.last === undefined ? 'created' : 'changed';
  }
}

function idOf(line: unknown): string | null {
  if (typeof line !== 'object' || line === null || !('id' in line)) return null;
  return typeof line.id === 'string' ? line.id : null;
}
