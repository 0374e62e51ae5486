import type { Report } from '../asking/report-shapes.js';
import type { Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { type BarKind, barOf } from '../words/report-types.js';

/** Reports that share a type and a window of days: they are drawn as one bar with their number. */
export interface Bar {
  readonly from: Day;
  readonly to: Day;
  readonly kind: BarKind;
  /** The source gives no date: the window is that of its publication. */
  readonly isUndated: boolean;
  /** The start is not reported. */
  readonly isOpen: boolean;
  readonly reports: readonly Report[];
  /** The line below the top of the lane, from 0. */
  readonly row: number;
}

export interface Lane {
  readonly id: string;
  readonly bars: readonly Bar[];
  readonly rows: number;
}

/** How long a bar with an open start is drawn before its end. */
const DAYS_OF_OPEN_START = 2;

/**
 * Groups of reports as lanes of bars, bars of one lane below each other where they would overlap.
 * @param publishedOf the EDTF of when the source of a report came out
 */
export function lanesOf(groups: ReadonlyMap<string, readonly Report[]>, publishedOf: (report: Report) => string | undefined): Lane[] {
  return [...groups.entries()]
    .filter(([, reports]) => reports.length > 0)
    .map(([id, reports]) => {
      const bars = stacked(barsOf(reports, publishedOf));
      return { id, bars, rows: Math.max(0, ...bars.map(({ row }) => row + 1)) };
    });
}

type Unplaced = Omit<Bar, 'row'>;

function barsOf(reports: readonly Report[], publishedOf: (report: Report) => string | undefined): Unplaced[] {
  const bars = reports.flatMap((report) => {
    const edtf = report.occurred?.edtf ?? publishedOf(report);
    if (edtf === undefined) return [];
    const { lo, hi } = windowOf(edtf);
    const to = Number.isFinite(hi) ? hi : lo;
    if (!Number.isFinite(to)) return [];
    const isOpen = !Number.isFinite(lo);
    return [
      { from: isOpen ? to - DAYS_OF_OPEN_START : lo, to, kind: barOf(report.type), isUndated: report.occurred === null, isOpen, report },
    ];
  });
  const same = Map.groupBy(bars, ({ from, to, kind, isUndated, isOpen }) => [from, to, kind, isUndated, isOpen].join(' '));
  return [...same.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { report: _, ...bar } = first;
    return [{ ...bar, reports: group.map(({ report }) => report) }];
  });
}

/** Each bar in the first row that is free there. */
function stacked(bars: readonly Unplaced[]): Bar[] {
  const ends: Day[] = [];
  return bars
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((bar) => {
      const free = ends.findIndex((end) => end < bar.from);
      const row = free < 0 ? ends.length : free;
      ends[row] = bar.to;
      return { ...bar, row };
    });
}
