import type { ReportType } from '../../vocabulary/events/report-content.js';
import type { VisibleReport } from '../scene.js';
import type { Cause, Change } from './change.js';

/** A report as a step shows it. */
export interface ReportBrief {
  readonly id: string;
  readonly type: ReportType;
  readonly summary: string;
  /** The id of the source. */
  readonly source: string;
  /** EDTF */
  readonly occurred: string | null;
}

/** What happened at one point of the way, and what it changed. */
export interface Happening {
  /** On the axes of days; null: K has no limit any more. */
  readonly day?: string | null;
  /** On the axis `recorded`: a decimal number. */
  readonly position?: string;
  readonly cause: Cause;
  /** Where a report is the cause: as it is seen now, null where it is not. */
  readonly report?: ReportBrief | null;
  readonly changes: readonly Change[];
}

/** A happening with the issues of the report that is its cause, before and after. */
export interface Told {
  readonly happening: Happening;
  readonly issues: readonly string[];
}

export type Step = Happening & { readonly step: number };

/** A report as a step tells it; null where none is to be told. */
export function reportBrief(report: VisibleReport | undefined): ReportBrief | null {
  if (report === undefined) return null;
  const { id, content } = report;
  return { id, type: content.type, summary: content.summary, source: content.source.id, occurred: content.occurred?.edtf ?? null };
}

/** What of a happening concerns an issue, and of its changes only its own; null: all of it. @returns undefined where nothing does */
export function concerning({ happening, issues }: Told, issue: string | null): Happening | undefined {
  if (issue === null) return happening;
  const changes = happening.changes.filter((change) => change.issue === issue);
  return changes.length === 0 && !issues.includes(issue) ? undefined : { ...happening, changes };
}

/** Numbers what happened from 1 on; with an issue, only what concerns it, and of the changes only its own. */
export class NumberedSteps {
  private last = 0;

  constructor(private readonly issue: string | null) {}

  /** The next step; undefined where it does not concern the issue. */
  next(told: Told): Step | undefined {
    const happening = concerning(told, this.issue);
    return happening && { step: this.nextNumber(), ...happening };
  }

  /** The number of the next step, for one who tells it in another way. */
  nextNumber(): number {
    this.last += 1;
    return this.last;
  }
}
