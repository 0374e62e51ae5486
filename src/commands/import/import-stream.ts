import { Injectable } from '@nestjs/common';
import { EventStore } from '../../event-store/event-store.token.js';
import { byteLines } from '../../http/byte-lines.js';
import { EdgeProblem, problemOf } from '../../http/problem-filter.js';
import { BodyCutOff } from '../../http/sent-body.js';
import type { Sender } from '../../http/sender.js';
import { ShownPosition } from '../../ports/shown-position.js';
import { CommandRunner } from '../writing/command-runner.js';
import { emptySummary, outcomeOf } from './answer.js';
import { CarryOutLines, inOrderOf } from './carry-out-lines.js';
import { ImportLines, type SentLine } from './import-lines.js';
import type { Line, Settled } from './line.js';
import { ShortTurns } from '../../waiting/short-turns.js';

/** How lines are imported. */
export interface ImportWay {
  readonly isDry: boolean;
  /** Whether they keep when and by whom they were recorded elsewhere. */
  readonly keepsRecorded: boolean;
}

/** So many lines are carried out together. */
const WINDOW = 1_000;
/** The same where they are committed in this thread: that is one piece of work, for which all others wait some 10 ms. */
const COMMITTED_WINDOW = 250;

/** Lines one after the other, of any number: each may name what the lines before it brought; a rejected one stops nothing. */
@Injectable()
export class ImportStream {
  constructor(
    private readonly lines: ImportLines,
    private readonly runner: CommandRunner,
    private readonly shown: ShownPosition,
    private readonly store: EventStore,
  ) {}

  /** @returns NDJSON: the outcome of each line, at the end the summary, with a problem where the body was cut off */
  async *run(body: AsyncIterable<Uint8Array>, negotiation: string, sender: Sender, way: ImportWay): AsyncIterable<string> {
    const summary = emptySummary();
    let cutOff = {};
    try {
      for await (const settled of this.settled(body, negotiation, sender, way)) {
        yield settled.map((one) => `${JSON.stringify(outcomeOf(one, summary))}\n`).join('');
      }
    } catch (error) {
      if (!(error instanceof BodyCutOff)) throw error;
      const detail = 'The body was cut off; what came of it is told above, but for a line that did not come whole.';
      cutOff = { problem: problemOf(new EdgeProblem('malformed-request', detail)) };
    }
    if (summary.position === '0') summary.position = String(this.shown.position);
    // As with every write: who reads next on this node is shown it, unless the read model is far behind.
    summary.projected = await this.shown.shows(BigInt(summary.position));
    yield `${JSON.stringify({ summary, ...cutOff })}\n`;
  }

  private async *settled(
    body: AsyncIterable<Uint8Array>,
    negotiation: string,
    sender: Sender,
    { isDry, keepsRecorded }: ImportWay,
  ): AsyncIterable<readonly Settled[]> {
    const carrier = new CarryOutLines(this.runner, this.store, negotiation, { isDry, isAllOrNothing: false, promised: [] });
    const window = this.store.appendTogether === undefined ? WINDOW : COMMITTED_WINDOW;
    const windows = windowsOf(body, window, this.lines.reader(negotiation, sender, keepsRecorded));
    let coming = next(windows);
    let recording: Promise<Settled[]> | undefined;
    try {
      for (;;) {
        // A client may wait for what became of its lines before it sends more.
        if (recording && (await Promise.race([coming.then(() => 'more'), recording.then(() => 'recorded')])) === 'recorded') {
          yield await recording;
          recording = undefined;
        }
        const { lines, failure } = await coming;
        // Read and decided while the log is at work on those before.
        if (lines) coming = next(windows);
        const ahead = lines && recording && (await carrier.decideAhead(lines));
        if (recording) yield await recording;
        if (failure !== undefined) throw failure;
        if (lines === undefined) return;
        recording = carrier.carryOut(lines, ahead).then((carriedOut) => inOrderOf(lines, carriedOut));
      }
    } finally {
      windows.return(undefined).catch(() => undefined);
    }
  }
}

/** The lines of a body, as many at a time as came together, up to a window. */
async function* windowsOf(
  body: AsyncIterable<Uint8Array>,
  window: number,
  read: (sent: SentLine) => Line | undefined,
): AsyncGenerator<readonly Line[], undefined> {
  for await (const arrived of byteLines(body)) {
    for (let start = 0; start < arrived.length; start += window) yield await readAll(arrived.slice(start, start + window), read);
  }
}

/** Nothing at the end. */
interface Coming {
  readonly lines?: readonly Line[] | undefined;
  readonly failure?: Error;
}

async function next(windows: AsyncGenerator<readonly Line[], undefined>): Promise<Coming> {
  try {
    return { lines: (await windows.next()).value };
  } catch (failure) {
    return { failure: failure as Error };
  }
}

async function readAll(sent: readonly SentLine[], read: (sent: SentLine) => Line | undefined): Promise<Line[]> {
  const turns = new ShortTurns();
  const lines: Line[] = [];
  for (const one of sent) {
    const line = read(one);
    if (line !== undefined) lines.push(line);
    await turns.worked();
  }
  return lines;
}
