import type { At, Certainty } from '../../src/vocabulary/axes.js';
import { compare } from '../../src/vocabulary/compare.js';
import type { Day } from '../../src/vocabulary/day.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { TargetOfIssue } from './convergence.js';
import { type Named, namesOf } from './named.js';
import { byId } from './order.js';
import { issuesOf } from './issues-of-report.js';
import { type StateAt, stateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

interface Blocker {
  readonly summary: string;
  readonly certainty: Certainty;
  /** D − the latest O.hi of the evidence; null where that has no last day. */
  readonly ageDays: Day | null;
  readonly evidence: readonly string[];
}

export interface ReportedBlocker extends Blocker {
  readonly kind: 'reported';
  readonly report: string;
}

export interface OpposedTarget extends Blocker, Named {
  readonly kind: 'opposed-target';
  readonly proposition: string;
}

/** The blockers that name no issue: they stand on the negotiation. */
export function foldBlockers(log: readonly Recorded[], negotiation: string, at: At): ReportedBlocker[] {
  return blockersOfNegotiation(stateAt(log, negotiation, at));
}

export function blockersOfNegotiation(state: StateAt): ReportedBlocker[] {
  return reportedBlockers(state, (issues) => issues.length === 0);
}

/** The blockers of an issue: opposed targets, then reported ones. Design 4, "Blockers". */
export function blockersOfIssue(state: StateAt, issue: string, targets: readonly TargetOfIssue[]): (OpposedTarget | ReportedBlocker)[] {
  const opposed = targets
    .filter(({ verdict }) => verdict === 'opposed')
    .toSorted((a, b) => compare(a.proposition, b.proposition))
    .map((target): OpposedTarget => {
      const { proposition, text, certainty, evidence } = target;
      const ageDays = ageOf(state, evidence);
      return { kind: 'opposed-target', proposition, summary: text, ...namesOf(target), certainty, ageDays, evidence };
    });
  return [...opposed, ...reportedBlockers(state, (issues) => issues.includes(issue))];
}

function reportedBlockers(state: StateAt, standsHere: (issues: readonly string[]) => boolean): ReportedBlocker[] {
  return state.reports
    .filter(({ content }) => content.type === 'AssessmentMade' && content.data.blocker)
    .filter(({ content }) => standsHere(issuesOf(state, content)))
    .filter((blocker) => !state.reports.some((report) => closes(report, blocker)))
    .toSorted(byId)
    .map(({ id, content, certainty }): ReportedBlocker => {
      return { kind: 'reported', report: id, summary: content.summary, certainty, ageDays: ageOf(state, [id]), evidence: [id] };
    });
}

/** Only another, certain report that names it in `resolves` closes a blocker. */
function closes(report: VisibleReport, blocker: VisibleReport): boolean {
  const { content } = report;
  if (content.type !== 'AssessmentMade' || report.id === blocker.id) return false;
  return report.certainty === 'certain' && content.data.resolves === blocker.id;
}

function ageOf({ reports, at }: StateAt, evidence: readonly string[]): Day | null {
  const latest = Math.max(...reports.filter(({ id }) => evidence.includes(id)).map(({ occurred }) => occurred.hi));
  return Number.isFinite(latest) ? at.asOf - latest : null;
}
