import { Injectable } from '@nestjs/common';
import { EventStore } from '../../event-store/event-store.token.js';
import { parseJson } from '../../http/body-parsers.js';
import { type ByteLine, byteLines } from '../../http/byte-lines.js';
import { EdgeProblem } from '../../http/problem-filter.js';
import type { Sender } from '../../http/sender.js';
import { ShownPosition } from '../../ports/shown-position.js';
import { CommandRunner } from '../writing/command-runner.js';
import { LogWriteModel } from '../writing/log-write-model.js';
import { OverlayWriteModel } from '../writing/overlay-write-model.js';
import { Repetitions } from '../writing/repetitions.js';
import { DryRun } from './dry-run.js';
import { ImportLines } from './import-lines.js';
import { ImportWindows } from './import-windows.js';
import { count, emptySummary, type LineOutcome, type ReadLine, rejection } from './outcome.js';

/** So many lines are carried out together. */
const WINDOW = 1_000;

/** Lines one after the other, of any number: each may name what the lines before it brought; a rejected one stops nothing. */
@Injectable()
export class ImportStream {
  constructor(
    private readonly lines: ImportLines,
    private readonly runner: CommandRunner,
    private readonly log: LogWriteModel,
    private readonly shown: ShownPosition,
    private readonly store: EventStore,
  ) {}

  /** @returns NDJSON: the outcome of each line, at the end the summary @throws what cuts the body off */
  async *run(body: AsyncIterable<Uint8Array>, negotiation: string, sender: Sender, isDry: boolean): AsyncIterable<string> {
    const carrier = isDry
      ? new DryRun(this.runner, new OverlayWriteModel(this.log, negotiation))
      : new ImportWindows(this.runner, this.store.recordsTurnsWhole);
    const repetitions = new Repetitions();
    const summary = emptySummary(0n);
    const told = (outcomes: readonly LineOutcome[]): string => {
      for (const { outcome, position } of outcomes) count(summary, outcome.outcome, position);
      return outcomes.map(({ outcome }) => `${JSON.stringify(outcome)}\n`).join('');
    };
    for await (const arrived of byteLines(body)) {
      let underWay: Promise<LineOutcome[]> | undefined;
      for (let start = 0; start < arrived.length; start += WINDOW) {
        // Read while the log is at work on the lines before.
        const lines = arrived.slice(start, start + WINDOW).map((line) => this.read(line, negotiation, sender, repetitions));
        if (underWay) yield told(await underWay);
        underWay = carrier.carryOut(lines);
      }
      // A client may wait for what became of these before it sends more.
      if (underWay) yield told(await underWay);
    }
    if (summary.position === '0') summary.position = String(this.shown.position);
    // As with every write: who reads next on this node is shown it, unless the read model is far behind.
    await this.shown.shows(BigInt(summary.position));
    yield `${JSON.stringify({ summary })}\n`;
  }

  private read({ number, bytes }: ByteLine, negotiation: string, sender: Sender, repetitions: Repetitions): ReadLine {
    let id: string | null = null;
    try {
      if (bytes === null) throw new EdgeProblem('body-too-large', 'The line is too long for one event.');
      const parsed = parseJson(bytes);
      id = idOf(parsed);
      return { number, id, task: this.lines.toTask(parsed, negotiation, sender, repetitions) };
    } catch (error) {
      return { number, id, rejected: rejection(number, id, error) };
    }
  }
}

function idOf(line: unknown): string | null {
  if (typeof line !== 'object' || line === null || !('id' in line)) return null;
  return typeof line.id === 'string' ? line.id : null;
}
