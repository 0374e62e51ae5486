import { DaySteps } from '../../rules/replay/day-steps.js';
import type { DayJourney } from '../../rules/replay/journey.js';
import type { Batch } from '../../rules/replay/batch.js';
import { type Day, LAST_DAY } from '../../vocabulary/day.js';
import { QuestionTurns } from '../reading/question-turns.js';
import { paged, PAGE_SIZE } from './paged.js';
import { registryInUse } from './registry-in-use.js';
import { type FileInUse, ViewReader } from './view-reader.js';
import { startWithState } from './state-start.js';
import { nextDayThatMatters, type Mattering, mattersOn, reportsThatMatter } from './days-that-matter-reader.js';

/** A day at which to look at the reports that matter from one day on up to another. */
interface Stop {
  readonly day: Day;
  readonly since: Day;
  readonly upTo: Day;
}

/** The days of an axis on which something happens, read as they are asked for. */
export class DayReplay {
  private way: DaySteps | undefined;
  private readonly turns = new QuestionTurns();

  constructor(
    private readonly source: FileInUse,
    private readonly negotiation: string,
    private readonly journey: DayJourney,
  ) {}

  async *batches(): AsyncGenerator<Batch> {
    for await (const stop of this.stops()) {
      const way = (this.way ??= await this.start());
      way.moveTo(stop.day);
      for await (const report of this.mattering(stop)) way.compare(report);
      yield way.settle();
      await this.turns.worked();
    }
  }

  private async start(): Promise<DaySteps> {
    const { source, negotiation, journey } = this;
    const registry = registryInUse(source, negotiation, journey.end.recordedBy);
    const way = new DaySteps(journey, registry, (at) => new ViewReader(source, negotiation, at));
    if (journey.start !== null) await startWithState(way, source, negotiation, journey.start, this.turns);
    return way;
  }

  /** The days to look at, in order; Infinity at the end where K has no limit there. */
  private async *stops(): AsyncGenerator<Stop> {
    const { from, to } = this.journey;
    let last = from ?? -Infinity;
    if (from === null) {
      // Where the way starts empty, what is visible from ever is news on the first day.
      last = (await this.firstDay()) ?? to;
      yield { day: last, since: -Infinity, upTo: last };
    }
    // Only who knows the state knows when time alone changes it.
    else if (this.journey.moving.asOf) this.way ??= await this.start();
    for (let day = this.dayAfter(last); day !== undefined; day = this.dayAfter(day)) {
      yield { day, since: day, upTo: day };
      last = day;
    }
    // Without a limit every end is passed.
    if (last < to && !Number.isFinite(to)) yield { day: to, since: LAST_DAY + 1, upTo: Infinity };
  }

  /** The first day that really is one on this way: what is visible from ever must not be told before it. */
  private async firstDay(): Promise<Day | undefined> {
    const { moving, end } = this.journey;
    for (let day = this.dayOfReports(-Infinity); day !== undefined; day = this.dayOfReports(day)) {
      for await (const report of this.mattering({ day, since: day, upTo: day })) {
        if (mattersOn(this.source.rows, this.negotiation, { day, report }, end.recordedBy, moving)) return day;
      }
    }
    return undefined;
  }

  private dayAfter(day: Day): Day | undefined {
    const next = this.dayOfReports(day);
    const due = this.journey.moving.asOf ? this.way?.nextDue(day, next ?? this.journey.to) : undefined;
    return due ?? next;
  }

  /** The next day that matters by what a report says, not by time alone. */
  private dayOfReports(day: Day): Day | undefined {
    return nextDayThatMatters(this.source.rows, this.negotiation, day, Math.min(this.journey.to, LAST_DAY));
  }

  /** The ids of the reports, each once. */
  private async *mattering({ since, upTo }: Stop): AsyncGenerator<string> {
    const seen = new Set<string>();
    const page = (last?: Mattering): Mattering[] =>
      reportsThatMatter(this.source.rows, this.negotiation, last ?? { day: since }, upTo, PAGE_SIZE);
    for await (const { report } of paged(page, this.turns)) {
      if (seen.has(report)) continue;
      seen.add(report);
      yield report;
    }
  }
}
