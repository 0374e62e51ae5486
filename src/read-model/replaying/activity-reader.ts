import type { Journey } from '../../rules/replay/journey.js';
import { type Day, dayOfInstant, formatDay, LAST_DAY } from '../../vocabulary/day.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import { type Period, periodStart } from '../../vocabulary/period.js';
import { toColumn } from '../tables/columns.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { daysUpwards } from '../reading/days-reader.js';
import { firstNotBelow } from '../reading/halving.js';
import { indexOf } from '../reading/opened-lists.js';
import { DAY_AXES, type DayAxis, seenOnDay } from '../reading/reports-on-days.js';
import { QuestionTurns } from '../reading/question-turns.js';
import { SceneReader } from '../reading/scene-reader.js';
import type { Seen } from '../reading/counted-contents.js';
import { stepsOf } from './replay-reader.js';
import type { FileInUse } from './view-reader.js';
import { reportsThatMatter } from './days-that-matter-reader.js';

/** Changes are counted where no more than so many reports may have made them, and the state holds no more propositions. */
const MOST_MATTERING = 6_000;
const MOST_PROPOSITIONS = 2_000;

/** By what the reports of a period are counted beside: of which issue, naming which party, of which source. */
export const ACTIVITY_GROUPS = ['issue', 'party', 'source'] as const;
export type ActivityGroups = (typeof ACTIVITY_GROUPS)[number];

/** How what happened is counted. */
export interface Counting {
  readonly per: Period;
  readonly groups: ActivityGroups | undefined;
  /** Whether changes are counted, where they are not too many. */
  readonly countsChanges: boolean;
}

/** What happened in a period of an axis; day null: where K has no limit any more. */
export interface DayOfActivity {
  /** The first one of the period. */
  readonly day: string | null;
  /** The reports, visible at the end of the way, whose window begins in the period, or that were first recorded in it. */
  reports: number;
  /** How many changes `replay` tells in the period; null: not counted. */
  changes: number | null;
  /** The reports by type. */
  readonly kinds: Partial<Record<ReportType, number>>;
  /** The reports by issue, party or source, by id; one that is of several is counted for each. */
  groups?: Record<string, number>;
  /** The reports that are of none. */
  ungrouped?: number;
}

/** Periods in which something happened, in order. */
export interface Activity {
  readonly days: readonly DayOfActivity[];
  readonly areChangesCounted: boolean;
}

const COUNTED_BY_DAY: Counting = { per: 'day', groups: undefined, countsChanges: true };

/** How much happened in each period of a way. @throws QuestionDropped, QuestionTooDear */
export async function activityOn(
  source: FileInUse,
  negotiation: string,
  journey: Journey,
  { per, groups, countsChanges } = COUNTED_BY_DAY,
): Promise<Activity> {
  const days = new Days(per);
  const scene = new SceneReader(source.rows, negotiation, journey.end);
  const turns = new QuestionTurns();
  const placed = new Map<number, CountedPeriod>();
  for (const report of reportsOf(scene, journey)) {
    await turns.worked();
    if (report === undefined) continue;
    const { seen, day } = report;
    const ofDay = days.of(day);
    const type = scene.typeOf(seen);
    ofDay.reports += 1;
    ofDay.kinds[type] = (ofDay.kinds[type] ?? 0) + 1;
    if (groups !== undefined) placed.set(seen.report, ofDay);
  }
  if (groups !== undefined) await countGroups(groups, scene, placed, turns);
  const areChangesCounted = countsChanges && isCountable(scene, journey);
  if (areChangesCounted) {
    for await (const { day, position, changes } of stepsOf(source, negotiation, journey)) {
      if (changes.length > 0) days.of(position === undefined ? dayIn(day) : dayOfPosition(scene, position)).changes += changes.length;
    }
  }
  return { days: days.inOrder(areChangesCounted), areChangesCounted };
}

/** Counts the reports that were placed once more for each group that they are of. */
async function countGroups(
  kind: ActivityGroups,
  scene: SceneReader,
  placed: ReadonlyMap<number, CountedPeriod>,
  turns: QuestionTurns,
): Promise<void> {
  const counts = new Map([...placed.values()].map((period) => [period, new Map<string, number>()]));
  const grouped = new Map<number, CountedPeriod>();
  for (const id of scene.entries.ids(kind)) {
    for (const content of scene.contentsNaming(kind === 'party' ? 'actor' : kind, id, REPORT_TYPES)) {
      await turns.worked();
      const report = scene.index.counted.of(content, scene.point)?.report;
      const period = report === undefined ? undefined : placed.get(report);
      const ofPeriod = period && counts.get(period);
      if (report === undefined || period === undefined || ofPeriod === undefined) continue;
      ofPeriod.set(id, (ofPeriod.get(id) ?? 0) + 1);
      grouped.set(report, period);
    }
    await turns.worked();
  }
  const inGroups = Map.groupBy(grouped.values(), (period) => period);
  for (const [period, byId] of counts) {
    period.groups = Object.fromEntries(byId);
    period.ungrouped = period.reports - (inGroups.get(period)?.length ?? 0);
  }
}

type CountedPeriod = DayOfActivity & { changes: number };

class Days {
  private readonly known = new Map<Day, CountedPeriod>();

  constructor(private readonly per: Period) {}

  /** The period of a day. @param day Infinity: no limit */
  of(day: Day): CountedPeriod {
    const start = periodStart(day, this.per);
    let known = this.known.get(start);
    if (known === undefined) {
      known = { day: Number.isFinite(start) ? formatDay(start) : null, reports: 0, changes: 0, kinds: {} };
      this.known.set(start, known);
    }
    return known;
  }

  inOrder(areChangesCounted: boolean): DayOfActivity[] {
    const inOrder = [...this.known].sort(([a], [b]) => a - b).map(([, day]) => day);
    return areChangesCounted ? inOrder : inOrder.map((day) => ({ ...day, changes: null }));
  }
}

interface PlacedReport {
  readonly seen: Seen;
  readonly day: Day;
}

/**
 * What is visible at the end of a way and stands on one of its days; a window without a first day stands on none.
 * @returns undefined in it: none here, a place for a turn
 */
function* reportsOf(scene: SceneReader, journey: Journey): Generator<PlacedReport | undefined> {
  if (journey.axis === 'recorded') {
    yield* recordedOn(scene, journey);
    return;
  }
  const { axis } = journey;
  const [first, last] = [(journey.from ?? -Infinity) + 1, journey.to];
  const found = journey.issue === null ? alongDays(scene, axis, first, last) : ofIssue(scene, journey.issue);
  for (const seen of found) {
    if (seen === undefined) {
      yield undefined;
      continue;
    }
    const day = seen[axis].lo;
    if (Number.isFinite(day) && day >= first && day <= last) yield { seen, day };
  }
}

function* alongDays(scene: SceneReader, axis: DayAxis, first: Day, last: Day): Generator<Seen | undefined> {
  const { index, negotiation } = scene;
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return;
  for (const day of daysUpwards(index, DAY_AXES[axis], owner, toColumn(first), toColumn(last))) {
    yield* seenOnDay(scene, axis, day);
    yield undefined;
  }
}

function* ofIssue(scene: SceneReader, issue: string): Generator<Seen | undefined> {
  for (const content of scene.contentsNaming('issue', issue, REPORT_TYPES)) yield scene.index.counted.of(content, scene.point);
}

function* recordedOn(scene: SceneReader, { from, issue }: Journey & { axis: 'recorded' }): Generator<PlacedReport | undefined> {
  const { index, negotiation, point } = scene;
  const first = from === null ? 0 : index.eventAt(from);
  const day = (report: number): Day => dayOfInstant(index.instantOf(report));
  if (issue !== null) {
    for (const seen of ofIssue(scene, issue)) yield seen !== undefined && seen.report > first ? { seen, day: day(seen.report) } : undefined;
    return;
  }
  const owner = index.names.numberOf('negotiation', '', negotiation);
  if (owner === undefined) return;
  for (const event of index.lists.numbers(LIST_KINDS.eventsOf, owner, point.r)) {
    if (event > point.r) return;
    const seen = event > first && index.isReport(event) ? scene.seenReport(event) : undefined;
    yield seen && { seen, day: day(event) };
  }
}

function isCountable({ file, index, negotiation, entries, point }: SceneReader, journey: Journey): boolean {
  if (entries.count('proposition') > MOST_PROPOSITIONS) return false;
  if (journey.axis === 'recorded') {
    const owner = index.names.numberOf('negotiation', '', negotiation);
    if (owner === undefined) return true;
    const first = journey.from === null ? 0 : index.eventAt(journey.from);
    const events = index.lists.numbers(LIST_KINDS.eventsOf, owner, point.r);
    return firstNotBelow(events, point.r + 1) - firstNotBelow(events, first + 1) <= MOST_MATTERING;
  }
  const last = journey.to > LAST_DAY ? Infinity : journey.to;
  return reportsThatMatter(file, negotiation, { day: (journey.from ?? -Infinity) + 1 }, last, MOST_MATTERING + 1).length <= MOST_MATTERING;
}

function dayIn(day: string | null | undefined): Day {
  return day == null ? Infinity : dayOfInstant(Date.parse(day));
}

function dayOfPosition({ file }: SceneReader, position: string): Day {
  const index = indexOf(file);
  return dayOfInstant(index.instantOf(index.eventAt(BigInt(position))));
}
