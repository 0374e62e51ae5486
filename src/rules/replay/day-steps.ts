import { compare } from '../../vocabulary/compare.js';
import { type Day, formatDay } from '../../vocabulary/day.js';
import type { Position } from '../../vocabulary/position.js';
import type { Registry } from '../scene.js';
import { amendedBetween } from './amended.js';
import { changeOf, type ExplainedDifference } from './batch.js';
import { RunningState } from './running-state.js';
import { type Change, type ReportCause, reportCause } from './change.js';
import type { DayJourney } from './journey.js';
import { changedByPart, type ChangedReport } from './changed-reports.js';
import { NOTHING_VISIBLE, type View, type ViewAt } from './view.js';
import type { Part } from './parts.js';
import { reportBrief, type Told } from './step.js';

/** A report that tells something new on a day, or is gone: as little of it as its day can do with. */
interface ChangedReportOfDay extends ChangedReport {
  /** Where it stands on the axis. */
  readonly from: Day;
  readonly firstPosition: Position;
  readonly issues: readonly string[];
}

/**
 * The way along an axis of days, day by day. A day's steps are one for each report that tells something new or is gone, then
 * one for what only time changed. Within a day there are no states in between: all changes are those of the whole day, each
 * told with the last of its causes. api.md, "changes and replay".
 */
export class DaySteps {
  private readonly state: RunningState;
  private earlier: View = NOTHING_VISIBLE;
  private view: View;
  private day: Day;
  private changed: ChangedReportOfDay[] = [];

  /** @param registry as recorded by R */
  constructor(
    private readonly journey: DayJourney,
    registry: Registry,
    private readonly viewAt: ViewAt,
  ) {
    const { start, end, from } = journey;
    this.day = from ?? -Infinity;
    this.view = start === null ? NOTHING_VISIBLE : viewAt(start);
    this.state = new RunningState(registry, start ?? end, this.view);
  }

  /** Takes what the state is made of where the way starts. */
  startWith(parts: readonly Part[]): void {
    this.state.startWith(parts);
  }

  /** The first day behind one, up to another, on which time alone changes something that no report tells of. */
  nextDue(after: Day, upTo: Day): Day | undefined {
    return this.state.nextDue(after, upTo);
  }

  /** Goes on to a later day; the reports to which it matters must be compared, each once. */
  moveTo(day: Day): void {
    const [at, dayBefore] = [this.journey.at(day), this.journey.at(Number.isFinite(day) ? day - 1 : this.day)];
    this.day = day;
    this.earlier = this.view;
    this.view = this.viewAt(at);
    this.state.moveTo(at, dayBefore.asOf, this.view);
  }

  /** Compares a report to which the day may matter with what it was before. */
  compare(id: string): void {
    const { before, after, isChanged, issues, parts } = this.state.compare(id);
    const seen = after ?? before;
    if (seen === undefined || !isChanged) return;
    this.changed.push({ id, from: seen[this.journey.axis].lo, firstPosition: seen.firstPosition, issues, parts });
  }

  /** What the day changed. */
  *settle(): Generator<Told | undefined> {
    const changed = this.changed.sort((a, b) => compare(a.from, b.from) || compare(a.firstPosition, b.firstPosition));
    this.changed = [];
    const time = { day: Number.isFinite(this.day) ? formatDay(this.day) : null };
    const changedIn = changedByPart(changed);
    const settled = yield* this.state.settle();
    const differences = settled.map((difference) => ({ ...difference, changed: changedIn(difference.part), otherCause: time }));
    const causes = new Map<string, ReportCause>();
    for (const { id } of changed) {
      causes.set(id, this.causeOf(id));
      yield;
    }
    // Who tells nothing new counts as before.
    const causeOf = (report: string): ReportCause => causes.get(report) ?? { report };
    const changesBy = byLastCause(differences, causeOf);
    for (const { id, issues } of changed) {
      const [cause, report] = [causeOf(id), reportBrief(this.view.report(id))];
      yield { happening: { ...time, cause, report, changes: changesBy(id) }, issues };
    }
    const changes = changesBy(null);
    if (changes.length > 0) yield { happening: { ...time, cause: time, changes }, issues: [] };
  }

  private causeOf(report: string): ReportCause {
    return reportCause(report, amendedBetween(this.earlier.standing(report), this.view.standing(report)));
  }
}

/**
 * @returns the changes of which a report is the last cause, or where the causes are evidence that did not change the last that did and
 * touches the element; of null those that time made
 */
function byLastCause(
  differences: readonly ExplainedDifference[],
  causeOf: (report: string) => ReportCause,
): (report: string | null) => Change[] {
  const grouped = new Map<string | null, Change[]>();
  for (const difference of differences) {
    const change = changeOf(difference, causeOf);
    if (change === undefined) continue;
    const last = lastCause(difference, change);
    const others = grouped.get(last);
    if (others === undefined) grouped.set(last, [change]);
    else others.push(change);
  }
  return (report) => grouped.get(report) ?? [];
}

function lastCause({ changed }: ExplainedDifference, { because }: Change): string | null {
  const reports = new Set(because.flatMap((cause) => ('report' in cause ? [cause.report] : [])));
  if (reports.size === 0) return null;
  return changed.findLast((id) => reports.has(id)) ?? changed.at(-1) ?? null;
}
