import { agreementViews } from '../../rules/agreement-views.js';
import { reportedBlockers } from '../../rules/blockers.js';
import { issueIn, stateOfIssue } from '../../rules/issue-state.js';
import { meetingBrief } from '../../rules/meeting-brief.js';
import { planBrief } from '../../rules/plan-brief.js';
import { elementsOfIssue, elementsOfLists, type ElementOfPart } from '../../rules/replay/elements-of-state.js';
import { stancesOn } from '../../rules/stance.js';
import { type StanceView, stanceView } from '../../rules/stance-view.js';
import { standsOnNoIssue } from '../../rules/stands-on-no-issue.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import { GroundsReader } from '../reading/grounds-reader.js';
import { IssueReader, type TiedAsked } from '../reading/issue-reader.js';
import { meetingFacts } from '../reading/meeting-reader.js';
import { allIds } from '../reading/named-ids.js';
import { planFacts } from '../reading/plan-reader.js';
import type { SceneReader } from '../reading/scene-reader.js';
import type { ChangeSource } from './change-sources.js';

const NO_ISSUE_HAS_IT = (): boolean => false;

/** Which elements of a source are asked for. */
export interface ElementsAsked {
  /** Only the stances of these parties, and what they signed; null: of all. */
  readonly parties: readonly string[] | null;
  /** Only these meetings and plans of an issue, where the others are known to be the same; null: all. */
  readonly tied: TiedAsked | null;
}

/** The elements of a source at a point. @param scene null: nothing is known there */
export function elementsAt(scene: SceneReader | null, source: ChangeSource, { parties, tied }: ElementsAsked): ElementOfPart[] {
  if (scene === null) return [];
  if (parties === null) return allElements(scene, source, tied);
  switch (source.kind) {
    case 'issue':
      return ofPartiesOnIssue(scene, source.id, parties);
    case 'unassigned':
      return elementsOfLists({ agreements: agreementViews(scene.reportsOnNoIssue('AgreementSigned')) }, null, NO_ISSUE_HAS_IT);
    case 'plans':
      return stancesOnPlans(scene, parties);
    case 'meeting':
    case 'plan':
      return [];
  }
}

function allElements(scene: SceneReader, source: ChangeSource, tied: TiedAsked | null): ElementOfPart[] {
  switch (source.kind) {
    case 'issue':
      return ofIssue(scene, source.id, tied);
    case 'unassigned':
      return ofNoIssue(scene);
    case 'plans':
      return stancesOnPlans(scene);
    case 'meeting':
    case 'plan':
      return tiedToNothing(scene, source.kind, source.id);
  }
}

function ofIssue(scene: SceneReader, issue: string, tied: TiedAsked | null): ElementOfPart[] {
  const { registry, at } = scene;
  const state = stateOfIssue(new IssueReader(scene).facts(issue, tied), registry, at);
  return state === undefined ? [] : elementsOfIssue(state, (report) => issueIn(registry)(report) === issue);
}

function ofPartiesOnIssue(scene: SceneReader, issue: string, parties: readonly string[]): ElementOfPart[] {
  const stances = stanceViews(scene, 'proposition', new IssueReader(scene).propositions(issue), parties);
  const agreements = agreementViews(scene.reportsNaming('issue', [issue], ['AgreementSigned']));
  return elementsOfLists({ stances, agreements }, issue, NO_ISSUE_HAS_IT);
}

function ofNoIssue(scene: SceneReader): ElementOfPart[] {
  const assessments = scene.reportsOnNoIssue('AssessmentMade');
  const ids = assessments.map(({ id }) => id);
  const blockers = reportedBlockers(assessments, scene.reportsNaming('resolves', ids, ['AssessmentMade']), scene.at.asOf);
  return elementsOfLists({ agreements: agreementViews(scene.reportsOnNoIssue('AgreementSigned')), blockers }, null, NO_ISSUE_HAS_IT);
}

function stancesOnPlans(scene: SceneReader, parties?: readonly string[]): ElementOfPart[] {
  const plans = [...allIds(scene.file, scene.negotiation, 'plan')];
  return elementsOfLists({ stances: stanceViews(scene, 'plan', plans, parties) }, null, NO_ISSUE_HAS_IT);
}

function stanceViews(
  { index, negotiation, point, registry, at }: SceneReader,
  kind: 'proposition' | 'plan',
  ids: readonly string[],
  parties?: readonly string[],
): StanceView[] {
  const grounds = new GroundsReader(index, negotiation, point).on(kind, ids, parties);
  return stancesOn(grounds, at.asOf).map((stance) => stanceView(stance, registry));
}

/** A meeting or plan that visible reports name, if none of them ties it to an issue. */
function tiedToNothing(scene: SceneReader, kind: 'meeting' | 'plan', id: string): ElementOfPart[] {
  const { registry, at } = scene;
  let isNamed = false;
  for (const seen of scene.seenNaming(kind, id, REPORT_TYPES)) {
    if (!standsOnNoIssue(scene.index.content(seen.content), registry)) return [];
    isNamed = true;
  }
  if (!isNamed) return [];
  const lists =
    kind === 'meeting'
      ? { meetings: [meetingBrief(meetingFacts(scene, id), registry, at)] }
      : { plans: [planBrief(planFacts(scene, id), registry, null)] };
  return elementsOfLists(lists, null, NO_ISSUE_HAS_IT);
}
