import { compare } from '../../vocabulary/compare.js';
import type { AgreementView } from '../agreement-views.js';
import type { Blocker } from '../blockers.js';
import type { MeetingBrief } from '../meeting-brief.js';
import type { PlanBrief } from '../plan-brief.js';
import type { StanceView } from '../stance-view.js';
import type { Target } from '../statements.js';
import type { AmendedBy } from './amended.js';

/** One thing in the state of an issue: its convergence, whether it is stale, or a whole item of one of its lists. */
export type Element = string | boolean | StanceView | AgreementView | MeetingBrief | PlanBrief | Blocker;

/** Where an element stands; issue null: on the negotiation itself. */
export interface Place {
  readonly issue: string | null;
  readonly path: string;
}

/** A report that tells something new; where it was told before and counts otherwise now, with what makes it do so. */
export interface ReportCause {
  readonly report: string;
  readonly by?: AmendedBy;
}

/** A report as a cause. @param by what made it count otherwise, where something did */
export function reportCause(report: string, by: AmendedBy | undefined): ReportCause {
  return by === undefined ? { report } : { report, by };
}

/** Why something changed; day null: K has no limit any more. */
export type Cause = ReportCause | { readonly event: string; readonly entry: string } | { readonly day: string | null };

export interface Change extends Place {
  readonly before: Element | null;
  readonly after: Element | null;
  readonly because: readonly Cause[];
}

export const CONVERGENCE = 'convergence';
export const STALE = 'stale';

/** What an issue of which nothing is known shows: it and no issue are the same. */
const OF_NOTHING = { [CONVERGENCE]: 'unknown', [STALE]: false } as const satisfies Record<string, Element>;

/** The path of a stance. */
export function stancePath(party: string, target: Target): string {
  return `stances/${party}/${target.kind}:${target.id}`;
}

/** The path of an agreement, by the report that tells it. */
export function agreementPath(report: string): string {
  return `agreements/${report}`;
}

/** The path of a meeting. */
export function meetingPath(id: string): string {
  return `meetings/${id}`;
}

/** The path of a plan. */
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
  return path === CONVERGENCE || path === STALE ? OF_NOTHING[path] : null;
}

/** The order of changes: by issue, those of no issue last, then by path. */
export function byPlace(a: Place, b: Place): number {
  if (a.issue !== b.issue) {
    if (a.issue === null) return 1;
    if (b.issue === null) return -1;
  }
  return compare(a.issue ?? '', b.issue ?? '') || compare(a.path, b.path);
}
