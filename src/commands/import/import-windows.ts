import { Injectable } from '@nestjs/common';
import { RevisionConflict } from '../../event-store/event-store.js';
import { CommandRunner, knownKey, type Prepared } from '../writing/command-runner.js';
import type { Receipt } from '../writing/decider.js';
import type { Task } from '../writing/import-kind.js';
import type { WriteModel } from '../writing/write-model.js';
import { type LineOutcome, type ReadLine, rejection } from './outcome.js';

/** So many lines are decided together and appended without waiting for each other. */
const WINDOW = 64;

/**
 * Carries out lines a window at a time: all of a window are decided at once, then appended in the order of the lines, many in
 * flight. A line that touches what another one of its window brings, names or writes starts the next window.
 */
@Injectable()
export class ImportWindows {
  constructor(private readonly runner: CommandRunner) {}

  async *outcomes(lines: readonly ReadLine[]): AsyncIterable<LineOutcome> {
    for (const window of windowsOf(lines)) yield* await this.carryOut(window);
  }

  private async carryOut(window: readonly ReadLine[]): Promise<LineOutcome[]> {
    const model = this.runner.snapshot();
    const prepared = await Promise.all(window.map(async ({ task }) => (task ? settled(this.prepare(task, model)) : undefined)));
    const receipts = window.map(async ({ task }, i) => {
      const decided = prepared[i];
      if (task === undefined || decided === undefined) return undefined;
      if (decided.status === 'rejected') throw decided.reason;
      return this.append(task, decided.value);
    });
    const settledReceipts = await Promise.allSettled(receipts);
    return window.map((line, i) => outcomeOf(line, settledReceipts[i]));
  }

  private async prepare({ decider, request, id }: Task, model: WriteModel): Promise<Prepared> {
    return this.runner.prepare(decider, request, id, model);
  }

  private async append({ decider, request, id }: Task, prepared: Prepared): Promise<Receipt> {
    try {
      return await this.runner.append(prepared);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      return this.runner.run(decider, request, id);
    }
  }
}

/** Lines in runs of which none touches what another one brings, names or writes. */
export function* windowsOf(lines: readonly ReadLine[]): Iterable<readonly ReadLine[]> {
  let window: ReadLine[] = [];
  let touched = new Touched();
  for (const line of lines) {
    if (line.task && (window.length === WINDOW || touched.has(line.task))) {
      yield window;
      [window, touched] = [[], new Touched()];
    }
    window.push(line);
    if (line.task) touched.add(line.task);
  }
  if (window.length > 0) yield window;
}

/** What the lines of a window have to do with. */
class Touched {
  private readonly streams = new Set<string>();
  private readonly brought = new Set<string>();
  private readonly named = new Set<string>();

  add(task: Task): void {
    this.streams.add(streamOf(task));
    for (const key of broughtBy(task)) this.brought.add(key);
    for (const key of namedBy(task)) this.named.add(key);
  }

  /** What was named counts too: a proposition cannot change its issue behind a report that uses it. */
  has(task: Task): boolean {
    return (
      this.streams.has(streamOf(task)) ||
      namedBy(task).some((key) => this.brought.has(key)) ||
      broughtBy(task).some((key) => this.named.has(key))
    );
  }
}

function broughtBy({ brings, id }: Task): string[] {
  return brings === null ? [] : [knownKey(brings, id)];
}

function namedBy({ decider, request }: Task): string[] {
  return [...decider.subjects(request), ...decider.references(request)].flatMap(({ kind, id }) => keysOf(kind, id));
}

function keysOf(kind: string, id: string): string[] {
  return kind === 'actor' ? [knownKey('party', id), knownKey('person', id)] : [knownKey(kind, id)];
}

function streamOf({ decider, request }: Task): string {
  return decider.stream(request);
}

async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise]);
  return result;
}

function outcomeOf({ number, id, rejected }: ReadLine, receipt: PromiseSettledResult<Receipt | undefined> | undefined): LineOutcome {
  if (rejected) return rejected;
  if (receipt?.status === 'fulfilled' && receipt.value) {
    const { outcome, position } = receipt.value;
    return { outcome: { line: number, id, outcome }, position };
  }
  return rejection(number, id, receipt?.status === 'rejected' ? receipt.reason : new Error('the line was not carried out'));
}
