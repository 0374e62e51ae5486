import type { IssueState } from '../issue-state.js';
import { withoutRepeats } from '../order.js';
import type { StanceView } from '../stance-view.js';
import type { Target } from '../statements.js';
import { absent, agreementPath, blockerPath, CONVERGENCE, meetingPath, planPath, STALE, stancePath } from './change.js';
import type { Placed } from './elements.js';
import type { Part } from './parts.js';

/** An element with the part of the state that gives it. */
export interface ElementOfPart extends Placed {
  readonly part: Part;
}

/**
 * The state of an issue, element by element; what is not known is no element.
 * @param isTaken whether a proposition of the issue has the id of a report
 */
export function elementsOfIssue(state: IssueState, isTaken: (report: string) => boolean): ElementOfPart[] {
  const { id: issue, convergence, stale, lastEvidence, targets } = state;
  const ofTargets = withoutRepeats(targets.flatMap(({ evidence }) => evidence));
  const elements = elementsOfLists(state, issue, isTaken);
  if (convergence !== absent(CONVERGENCE) || ofTargets.length > 0) {
    elements.push({ issue, path: CONVERGENCE, element: convergence, evidence: ofTargets, part: { kind: 'convergence', issue } });
  }
  if (lastEvidence !== null) {
    elements.push({ issue, path: STALE, element: stale, evidence: [lastEvidence.report], part: { kind: 'staleness', issue } });
  }
  return elements;
}

/** The items of some lists, each as an element. @param issue null: they stand on the negotiation itself */
export function elementsOfLists(
  {
    stances = [],
    agreements = [],
    meetings = [],
    plans = [],
    blockers = [],
  }: Partial<Pick<IssueState, 'stances' | 'agreements' | 'meetings' | 'plans' | 'blockers'>>,
  issue: string | null,
  isTaken: (report: string) => boolean,
): ElementOfPart[] {
  const elements: ElementOfPart[] = [];
  const put = (path: string, part: Part, element: Placed['element'], evidence: readonly string[]): void => {
    elements.push({ issue, path, part, element, evidence });
  };
  for (const stance of stances) {
    const target = targetOf(stance);
    put(stancePath(stance.party, target), { kind: 'stance', party: stance.party, target }, stance, stance.evidence);
  }
  for (const agreement of agreements) {
    put(agreementPath(agreement.report), { kind: 'agreement', id: agreement.report }, agreement, [agreement.report]);
  }
  for (const meeting of meetings) put(meetingPath(meeting.id), { kind: 'meeting', id: meeting.id }, meeting, meeting.evidence);
  for (const plan of plans) put(planPath(plan.id), { kind: 'plan', id: plan.id }, plan, plan.evidence);
  for (const blocker of blockers) {
    if (blocker.kind === 'opposed-target') {
      const { proposition } = blocker;
      put(blockerPath(proposition), { kind: 'verdict', proposition }, blocker, blocker.evidence);
    } else {
      const { report } = blocker;
      put(blockerPath(report, isTaken(report)), { kind: 'blocker', id: report }, blocker, blocker.evidence);
    }
  }
  return elements;
}

function targetOf({ target }: StanceView): Target {
  return 'plan' in target ? { kind: 'plan', id: target.plan } : { kind: 'proposition', id: target.proposition };
}
