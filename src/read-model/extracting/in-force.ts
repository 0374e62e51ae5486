import { type Amendment, type CountedRemoval, isRemoved, versionInForce } from '../../rules/in-force.js';
import { occurredWindow } from '../../rules/visibility.js';
import { compare } from '../../vocabulary/compare.js';
import type { Day } from '../../vocabulary/day.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';

/** A version of a report, as far as it decides what is in force and when. */
export interface VersionInfo {
  readonly source: SourceInfo;
  /** The window of `occurred`; null where the report gives none. */
  readonly occurred: DayWindow | null;
}

export interface SourceInfo {
  readonly published: DayWindow;
  /** Withdrawals and readmissions, in the order in which they were recorded. */
  readonly removals: readonly CountedRemoval[];
}

/** All that decides what is in force of one report. */
export interface RecordedReport {
  readonly versions: readonly VersionInfo[];
  readonly corrections: readonly Amendment[];
  /** Retractions and reinstatements, in the order in which they were recorded. */
  readonly removals: readonly CountedRemoval[];
}

/** Which version of a report counts for a range of K, with its windows. */
export interface Counting {
  readonly knownFrom: Day;
  /** From this day on the next one counts; null: none does. It may be Infinity: there it counts where K has no limit. */
  readonly nextFrom: Day | null;
  /** 0 for the original, n for the n-th correction. */
  readonly version: number;
  readonly published: DayWindow;
  readonly occurred: DayWindow;
}

/** What counts of a report as it stands, in the order of K. Design 4, "In force". */
export function countingOf({ versions, corrections, removals }: RecordedReport): Counting[] {
  const days = new Set<Day>();
  addPublishedDays(days, corrections);
  addPublishedDays(days, removals);
  for (const { source } of versions) addPublishedDays(days, source.removals);
  const starts = days.size === 0 ? ALWAYS : [-Infinity, ...[...days].sort(compare)];
  const counting: Counting[] = [];
  for (let i = 0; i < starts.length; i += 1) {
    const start = starts[i] as Day;
    if (isRemoved(removals, start)) continue;
    const number = versionInForce(corrections, start);
    const version = versions[number];
    if (version === undefined || isRemoved(version.source.removals, start)) continue;
    counting.push({
      knownFrom: start,
      nextFrom: starts[i + 1] ?? null,
      version: number,
      published: version.source.published,
      occurred: occurredWindow(version.occurred, version.source.published),
    });
  }
  return counting;
}

/** Most reports nothing comes of later. */
const ALWAYS: readonly Day[] = [-Infinity];

/** The days on which a publisher's amendments came out. */
function addPublishedDays(days: Set<Day>, amendments: readonly Amendment[]): void {
  for (const { reason, publishedHi } of amendments) if (reason === 'source' && publishedHi !== null) days.add(publishedHi);
}
