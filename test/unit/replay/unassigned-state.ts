import { meetingIds, planIds } from '../../../bench/refold/ids-named.js';
import { stancesOf } from '../../../bench/refold/stances-from-reports.js';
import { agreementViews } from '../../../src/rules/agreement-views.js';
import { reportedBlockers } from '../../../src/rules/blockers.js';
import type { IssueState } from '../../../src/rules/issue-state.js';
import { meetingBriefs } from '../../../src/rules/meeting-brief.js';
import { planBriefs } from '../../../src/rules/plan-brief.js';
import type { Scene } from '../../../src/rules/scene.js';
import { inOrderOfAnswers, stanceView } from '../../../src/rules/stance-view.js';
import { standsOnNoIssue } from '../../../src/rules/stands-on-no-issue.js';

/** What of a negotiation's state stands on no issue. */
export type UnassignedState = Pick<IssueState, 'stances' | 'agreements' | 'meetings' | 'plans' | 'blockers'>;

/** From the reports themselves, without an index. @param scene holds all visible reports of the negotiation */
export function unassignedState(scene: Scene): UnassignedState {
  const { at, registry, reports } = scene;
  const { unassigned = [], assigned = [] } = Object.groupBy(reports, ({ content }) =>
    standsOnNoIssue(content, registry) ? 'unassigned' : 'assigned',
  );
  const without = (all: readonly string[], some: readonly string[]): string[] => all.filter((id) => !some.includes(id));
  const onPlans = stancesOf(reports, at.asOf).filter(({ target }) => target.kind === 'plan');
  return {
    stances: inOrderOfAnswers(onPlans).map((stance) => stanceView(stance, registry)),
    agreements: agreementViews(unassigned.filter(({ content }) => content.type === 'AgreementSigned')),
    meetings: meetingBriefs(scene, without(meetingIds(reports), meetingIds(assigned))),
    plans: planBriefs(scene, without(planIds(reports), planIds(assigned)), null),
    blockers: reportedBlockers(unassigned, reports, at.asOf),
  };
}
