import { compare } from '../../vocabulary/compare.js';
import { type Day, formatDay } from '../../vocabulary/day.js';
import type { Registry } from '../scene.js';
import { Board, type Look } from './board.js';
import { breakpoints } from './breakpoints.js';
import type { Cause, Change } from './change.js';
import { type ContentInForce, seenAt } from '../content-in-force.js';
import type { ElementChange } from './elements.js';
import type { DayJourney } from './journey.js';
import { reportBrief, type Told } from './step.js';

/**
 * What happened on the way along an axis of days, day by day: one for each report that tells something new or is gone, then
 * one for what only time changed. Within a day there are no states in between: all changes are those of the whole day, each
 * told with the last of its causes. api.md, "changes and replay".
 * @param contents all those recorded by R
 * @param registry as recorded by R
 */
export function* daySteps(journey: DayJourney, contents: readonly ContentInForce[], registry: Registry): Generator<Told> {
  const byReport = Map.groupBy(contents, ({ id }) => id);
  const agenda = breakpoints(contents, journey.moving);
  const days = daysOfWay(journey, [...agenda.keys()]);
  const [first] = days;
  if (first === undefined) return;
  const board = new Board(registry, journey.at(journey.from ?? first));
  const look = (id: string, day: Day): Look => board.look(id, seenAt(byReport.get(id) ?? [], journey.at(day)));
  if (journey.from !== null) {
    for (const id of byReport.keys()) look(id, journey.from);
    board.settle();
  }
  for (const day of days) {
    board.moveTo(journey.at(day));
    // Where the way starts empty, what is visible from ever is news on the first day; without a limit every end is passed.
    const isForAll = !Number.isFinite(day) || (journey.from === null && day === first);
    const looks = [...(isForAll ? byReport.keys() : (agenda.get(day) ?? []))].map((id) => look(id, day));
    yield* toldOf(
      Number.isFinite(day) ? formatDay(day) : null,
      looks.filter(({ isNews }) => isNews).sort((a, b) => byAxis(a, b, journey.axis)),
      board.settle(),
    );
  }
}

/** The days to look at, in order; Infinity at the end where K has no limit there. */
function daysOfWay({ from, to }: DayJourney, breaks: readonly Day[]): Day[] {
  const days = breaks.filter((day) => day > (from ?? -Infinity) && day <= to).sort(compare);
  const needsEnd = !Number.isFinite(to) || (from === null && days.length === 0);
  return needsEnd ? [...days, to] : days;
}

function* toldOf(day: string | null, news: readonly Look[], changes: readonly ElementChange[]): Generator<Told> {
  const causesOf = new Map<string, Cause[]>();
  for (const { id, subjects } of news) {
    for (const subject of subjects) causesOf.set(subject, [...(causesOf.get(subject) ?? []), { report: id }]);
  }
  const causes = (change: ElementChange): Cause[] => causesOf.get(change.subject) ?? [{ day }];
  const byLastCause = Map.groupBy(changes, (change) => keyOfCause(causes(change).at(-1)));
  const changesBy = (cause: Cause): Change[] =>
    (byLastCause.get(keyOfCause(cause)) ?? []).map((change) => {
      const { issue, path, before, after } = change;
      return { issue, path, before, after, because: causes(change) };
    });
  for (const { id, after, issues } of news) {
    const cause = { report: id };
    yield { happening: { day, cause, report: reportBrief(after), changes: changesBy(cause) }, issues };
  }
  const byTime = changesBy({ day });
  if (byTime.length > 0) yield { happening: { day, cause: { day }, changes: byTime }, issues: [] };
}

function keyOfCause(cause: Cause | undefined): string {
  return JSON.stringify(cause);
}

function byAxis(a: Look, b: Look, axis: DayJourney['axis']): number {
  const one = a.after ?? a.before;
  const other = b.after ?? b.before;
  if (one === undefined || other === undefined) return 0;
  return compare(one[axis].lo, other[axis].lo) || compare(one.firstPosition, other.firstPosition);
}
