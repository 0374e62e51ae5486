import { type IssueFacts, issueIn, type IssueState, stateOfIssue } from '../../src/rules/issue-state.js';
import { meetingFacts } from '../../src/rules/meeting-brief.js';
import { issuesOf } from '../../src/rules/mentions.js';
import { planFacts } from '../../src/rules/plan-brief.js';
import type { Registry, Scene, VisibleReport } from '../../src/rules/scene.js';
import { statementsOf, type Target } from '../../src/rules/statements.js';
import { isHeard } from '../../src/rules/voice.js';
import { meetingIds, planIds } from './ids-named.js';
import { latestEvidence } from './latest-evidence.js';
import { groundsOf } from './stances-from-reports.js';

/**
 * The state of an issue from the reports themselves, without an index. Design 4.
 * @param scene holds at least the visible reports of the issue, those that name a meeting, a plan or (in `resolves`) a blocker of it
 * @returns undefined where the issue is not registered by R
 */
export function issueState(scene: Scene, issue: string): IssueState | undefined {
  return stateOfIssue(factsOf(scene, issue), scene.registry, scene.at);
}

/** The visible reports of an issue. */
export function reportsOfIssue({ registry, reports }: Scene, issue: string): VisibleReport[] {
  return reports.filter(({ content }) => issuesOf(content, issueIn(registry)).includes(issue));
}

function factsOf(scene: Scene, issue: string): IssueFacts {
  const { registry, reports } = scene;
  const own = reportsOfIssue(scene, issue);
  const statements = own
    .flatMap(statementsOf)
    .filter(({ target, rank, by }) => isOfIssue(target, issue, registry) && isHeard(rank, by.length > 0, scene.at));
  return {
    issue,
    grounds: groundsOf(statements),
    agreements: own.filter(({ content }) => content.type === 'AgreementSigned'),
    assessments: own.filter(({ content }) => content.type === 'AssessmentMade'),
    resolving: reports,
    meetings: meetingIds(own).map((id) => meetingFacts(id, reports)),
    plans: planIds(own).map((id) => planFacts(id, reports)),
    latest: latestEvidence(own),
  };
}

function isOfIssue(target: Target, issue: string, registry: Registry): boolean {
  return target.kind === 'proposition' && issueIn(registry)(target.id) === issue;
}
