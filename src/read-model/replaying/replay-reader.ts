import type { Batch } from '../../rules/replay/batch.js';
import type { Journey, RecordedJourney } from '../../rules/replay/journey.js';
import { RecordedSteps } from '../../rules/replay/recorded-steps.js';
import { type Step, NumberedSteps, type Told } from '../../rules/replay/step.js';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { DayReplay } from './day-replay.js';
import { QuestionTurns } from '../reading/question-turns.js';
import { paged, PAGE_SIZE } from './paged.js';
import { entriesOfRules, eventsBehind, reportsTouchedBy } from './recorded-events.js';
import { type FileInUse, ViewReader } from './view-reader.js';
import { startWithState } from './state-start.js';

/** The steps of a way, read as they are asked for: nothing is worked out ahead of who takes them. */
export function stepsOf(source: FileInUse, negotiation: string, journey: Journey): AsyncGenerator<Step> {
  if (journey.axis === 'recorded') return new RecordedReplay(source, negotiation, journey).upTo(journey.to);
  return numbered(toldIn(batchesOf(source, negotiation, journey)), new NumberedSteps(journey.issue));
}

/** All that happened on a way, point by point. */
function batchesOf(source: FileInUse, negotiation: string, journey: Journey): AsyncGenerator<Batch> {
  if (journey.axis === 'recorded') return new RecordedHappenings(source, negotiation, journey).batchesUpTo(journey.to);
  return new DayReplay(source, negotiation, journey).batches();
}

/** What is told of some batches, one after the other. */
export async function* toldIn(batches: AsyncIterable<Batch>): AsyncGenerator<Told> {
  const turns = new QuestionTurns();
  for await (const batch of batches) {
    for (const told of batch) {
      if (told !== undefined) yield told;
      await turns.worked();
    }
  }
}

async function* numbered(happenings: AsyncIterable<Told>, steps: NumberedSteps): AsyncGenerator<Step> {
  for await (const told of happenings) {
    const step = steps.next(told);
    if (step !== undefined) yield step;
  }
}

/** The way along the axis `recorded`, as far as it is asked for: what is recorded later is read later. */
export class RecordedReplay {
  readonly happenings: RecordedHappenings;
  /** Numbers the steps, also those that are told by another way. */
  readonly steps: NumberedSteps;

  constructor(
    source: FileInUse,
    readonly negotiation: string,
    readonly journey: RecordedJourney,
  ) {
    this.happenings = new RecordedHappenings(source, negotiation, journey);
    this.steps = new NumberedSteps(journey.issue);
  }

  /** The steps from where the last one ended up to a position, included. */
  upTo(position: Position): AsyncGenerator<Step> {
    return numbered(this.happenings.upTo(position), this.steps);
  }
}

/** What each event of a negotiation changed, whatever the issue. */
export class RecordedHappenings {
  private way: RecordedSteps | undefined;
  private last: Position;
  private readonly turns = new QuestionTurns();

  constructor(
    private readonly source: FileInUse,
    private readonly negotiation: string,
    private readonly journey: RecordedJourney,
  ) {
    this.last = journey.from ?? BEFORE_ALL;
  }

  /** Up to here all is told. */
  get reached(): Position {
    return this.last;
  }

  /** What is told from where the last one ended up to a position, included. */
  upTo(position: Position): AsyncGenerator<Told> {
    return toldIn(this.batchesUpTo(position));
  }

  /** From where the last one ended up to a position, included. */
  async *batchesUpTo(position: Position): AsyncGenerator<Batch> {
    const { source, negotiation, turns } = this;
    for (;;) {
      const events = eventsBehind(source.rows, negotiation, this.last, position, PAGE_SIZE);
      for (const event of events) {
        const way = (this.way ??= await this.start());
        way.moveTo(event);
        const touched = (last = ''): string[] => reportsTouchedBy(source.rows, negotiation, event, last, PAGE_SIZE);
        for await (const report of paged(touched, turns)) way.compare(report);
        this.last = event.position;
        yield way.settle(event);
        await turns.worked();
      }
      if (events.length < PAGE_SIZE) break;
    }
    // Events of other negotiations lie between: they need not be passed over again.
    if (position > this.last) this.last = position;
  }

  private async start(): Promise<RecordedSteps> {
    const { source, negotiation, journey } = this;
    const { from, start } = journey;
    const entries = from === null ? [] : await entriesOfRules(source, negotiation, from, this.turns);
    const way = new RecordedSteps(journey, entries, (at) => new ViewReader(source, negotiation, at));
    if (start !== null) await startWithState(way, source, negotiation, start, this.turns);
    return way;
  }
}
