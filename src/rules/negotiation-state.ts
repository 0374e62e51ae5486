import { type AgreementView, agreementViews } from './agreement-views.js';
import { type Blocker, reportedBlockers } from './blockers.js';
import { issueIn } from './issue-state.js';
import { type MeetingBrief, meetingBriefs, meetingIds } from './meeting-brief.js';
import { issuesOf } from './mentions.js';
import { type PlanBrief, planBriefs, planIds } from './plan-brief.js';
import type { Scene, VisibleReport } from './scene.js';
import { stancesOf } from './stance.js';
import { inOrderOfAnswers, type StanceView, stanceView } from './stance-view.js';

/** What of a negotiation's state stands on no issue. */
export interface UnassignedState {
  /** Stances on plans. */
  readonly stances: readonly StanceView[];
  /** Agreements that name no issue. */
  readonly agreements: readonly AgreementView[];
  /** Meetings and plans that no visible report ties to an issue. */
  readonly meetings: readonly MeetingBrief[];
  readonly plans: readonly PlanBrief[];
  /** Blockers of reports that name no issue: they stand on the negotiation, never guessed onto an issue. */
  readonly blockers: readonly Blocker[];
}

/** @param scene holds all visible reports of the negotiation */
export function unassignedState(scene: Scene): UnassignedState {
  const { at, registry, reports } = scene;
  const assigned = reports.filter((report) => !namesNoIssue(report, scene));
  const without = (all: readonly string[], some: readonly string[]): string[] => all.filter((id) => !some.includes(id));
  const onPlans = stancesOf(reports, at.asOf).filter(({ target }) => target.kind === 'plan');
  return {
    stances: inOrderOfAnswers(onPlans).map((stance) => stanceView(stance, registry)),
    agreements: agreementViews(reports.filter((report) => report.content.type === 'AgreementSigned' && namesNoIssue(report, scene))),
    meetings: meetingBriefs(scene, without(meetingIds(reports), meetingIds(assigned))),
    plans: planBriefs(scene, without(planIds(reports), planIds(assigned)), null),
    blockers: negotiationBlockers(scene),
  };
}

/** The open blockers of reports that name no issue. Design 4, "Blockers". @param scene holds all visible assessments */
export function negotiationBlockers(scene: Scene): Blocker[] {
  return reportedBlockers(
    scene.reports.filter((report) => namesNoIssue(report, scene)),
    scene.reports,
    scene.at.asOf,
  );
}

function namesNoIssue({ content }: VisibleReport, { registry }: Scene): boolean {
  return issuesOf(content, issueIn(registry)).length === 0;
}
