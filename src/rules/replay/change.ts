import { compare } from '../../vocabulary/compare.js';
import type { OpposedTarget, ReportedBlocker } from '../blockers.js';
import type { MeetingBrief } from '../meeting-brief.js';
import type { PlanBrief } from '../plan-brief.js';
import type { StanceView } from '../stance-view.js';
import type { Target } from '../statements.js';

/** One thing in the state of an issue: its convergence, or a whole item of one of its lists. */
export type Element = string | StanceView | MeetingBrief | PlanBrief | Omit<OpposedTarget, 'ageDays'> | Omit<ReportedBlocker, 'ageDays'>;

/** Where an element stands; issue null: on the negotiation itself. */
export interface Place {
  readonly issue: string | null;
  readonly path: string;
}

/** Why something changed; day null: K has no limit any more. */
export type Cause = { readonly report: string } | { readonly event: string; readonly entry: string } | { readonly day: string | null };

export interface Change extends Place {
  readonly before: Element | null;
  readonly after: Element | null;
  readonly because: readonly Cause[];
}

export const CONVERGENCE = 'convergence';

/** An issue of which nothing is known and no issue are the same. */
export const NO_CONVERGENCE = 'unknown';

export function stancePath(party: string, target: Target): string {
  return `stances/${party}/${target.kind}:${target.id}`;
}

export function meetingPath(id: string): string {
  return `meetings/${id}`;
}

export function planPath(id: string): string {
  return `plans/${id}`;
}

/**
 * @param id of the proposition, or of the report
 * @param isTaken whether a proposition of the same issue has the id of the report: two elements must not share a path
 */
export function blockerPath(id: string, isTaken = false): string {
  return isTaken ? `blockers/report:${id}` : `blockers/${id}`;
}

/** What is not there, as changes show it. */
export function absent(path: string): Element | null {
  return path === CONVERGENCE ? NO_CONVERGENCE : null;
}

/** The order of changes: by issue, those of no issue last, then by path. */
export function byPlace(a: Place, b: Place): number {
  if (a.issue !== b.issue) {
    if (a.issue === null) return 1;
    if (b.issue === null) return -1;
  }
  return compare(a.issue ?? '', b.issue ?? '') || compare(a.path, b.path);
}
