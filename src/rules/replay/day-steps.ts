import { compare } from '../../vocabulary/compare.js';
import { type Day, formatDay } from '../../vocabulary/day.js';
import type { Position } from '../../vocabulary/position.js';
import { tellTheSame } from '../content-in-force.js';
import type { Registry } from '../scene.js';
import { Board, type Look } from './board.js';
import type { Cause, Change } from './change.js';
import type { ElementChange } from './elements.js';
import type { DayJourney } from './journey.js';
import { NOTHING_SEEN, type Sights, type SightsAt } from './sights.js';
import type { Subject } from './subjects.js';
import { reportBrief, type Told } from './step.js';

/** A report that tells something new on a day, or is gone: as little of it as its day can do with. */
interface News {
  readonly id: string;
  /** Where it stands on the axis. */
  readonly from: Day;
  readonly firstPosition: Position;
  readonly issues: readonly string[];
  readonly subjects: readonly string[];
}

/**
 * The way along an axis of days, day by day. A day's steps are one for each report that tells something new or is gone, then
 * one for what only time changed. Within a day there are no states in between: all changes are those of the whole day, each
 * told with the last of its causes. api.md, "changes and replay".
 */
export class DayWay {
  private readonly board: Board;
  private sights: Sights = NOTHING_SEEN;
  private day: Day;
  private news: News[] = [];

  /** @param registry as recorded by R */
  constructor(
    private readonly journey: DayJourney,
    registry: Registry,
    private readonly sightsAt: SightsAt,
  ) {
    const { start, end } = journey;
    this.day = journey.from ?? -Infinity;
    this.board = new Board(registry, start ?? end, start === null ? NOTHING_SEEN : sightsAt(start));
  }

  /** Takes what the state is made of where the way starts. */
  startWith(subjects: readonly Subject[]): void {
    this.board.startWith(subjects);
  }

  /** Goes on to a later day; the reports to which it matters must be looked at, each once. */
  moveTo(day: Day): void {
    const at = this.journey.at(day);
    this.day = day;
    this.sights = this.sightsAt(at);
    this.board.moveTo(at, this.sights);
  }

  /** Looks at a report to which the day may matter. */
  look(id: string): void {
    const { before, after, issues, subjects } = this.board.look(id);
    const seen = after ?? before;
    if (seen === undefined || !isNews(before, after)) return;
    this.news.push({ id, from: seen[this.journey.axis].lo, firstPosition: seen.firstPosition, issues, subjects });
  }

  /** What the day told and changed. */
  *told(): Generator<Told> {
    const day = Number.isFinite(this.day) ? formatDay(this.day) : null;
    const news = this.news.sort((a, b) => compare(a.from, b.from) || compare(a.firstPosition, b.firstPosition));
    this.news = [];
    const changesBy = byLastCause(this.board.settle(), news, { day });
    for (const { id, issues } of news) {
      const cause = { report: id };
      yield { happening: { day, cause, report: reportBrief(this.sights.report(id)), changes: changesBy(cause) }, issues };
    }
    const byTime = changesBy({ day });
    if (byTime.length > 0) yield { happening: { day, cause: { day }, changes: byTime }, issues: [] };
  }
}

/** @returns the changes of which a cause is the last one */
function byLastCause(changes: readonly ElementChange[], news: readonly News[], time: Cause): (cause: Cause) => Change[] {
  const causesOf = new Map<string, Cause[]>(changes.map(({ subject }) => [subject, []]));
  for (const { id, subjects } of news) for (const subject of subjects) causesOf.get(subject)?.push({ report: id });
  const told = changes.map(({ issue, path, before, after, subject }): Change => {
    const causes = causesOf.get(subject) ?? [];
    return { issue, path, before, after, because: causes.length > 0 ? causes : [time] };
  });
  const grouped = Map.groupBy(told, ({ because }) => keyOfCause(because.at(-1)));
  return (cause) => grouped.get(keyOfCause(cause)) ?? [];
}

/** Whether it tells something else than before; else it is at most seen with another certainty. */
function isNews(before: Look['before'], after: Look['after']): boolean {
  if (before === undefined || after === undefined) return before !== after;
  return !tellTheSame(before, after);
}

function keyOfCause(cause: Cause | undefined): string {
  return JSON.stringify(cause);
}
