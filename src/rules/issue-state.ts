import type { At, Certainty } from '../vocabulary/axes.js';
import { compare } from '../vocabulary/compare.js';
import type { PlanPoint } from '../vocabulary/events/plan-reports.js';
import { type AgreementView, agreementViews } from './agreement-views.js';
import { type AssessmentView, assessmentViews } from './assessment-views.js';
import { type Blocker, opposedTargets, reportedBlockers } from './blockers.js';
import { convergence, type Convergence } from './convergence.js';
import { type Coverage, coverageOf } from './coverage.js';
import { type MeetingVerdict, reportsOfMeeting, type Telling, tellingOf, verdictOnMeeting } from './meeting-status.js';
import { issuesOf, meetingsOf, plansOf } from './mentions.js';
import { withoutRepeats } from './order.js';
import { type OfPlan, ofPlan, planState, type PlanStatus } from './plan-state.js';
import { principalsOf } from './principals.js';
import type { Registry, Scene, Sight, VisibleReport } from './scene.js';
import { latestEvidence, type Staleness, staleness } from './staleness.js';
import { type Grounds, groundsOf, stancesOn } from './stance.js';
import { inOrderOfAnswers, type StanceView, stanceView } from './stance-view.js';
import { statementsOf } from './statements.js';
import { type TargetVerdict, targetVerdicts } from './targets.js';

export interface MeetingBrief extends MeetingVerdict {
  readonly id: string;
  readonly title: string;
}

export interface PlanBrief {
  readonly id: string;
  readonly title: string;
  readonly status: PlanStatus;
  readonly certainty: Certainty;
  /** Those that touch the issue. */
  readonly points: readonly PlanPoint[];
  readonly evidence: readonly string[];
}

export type TargetView = Omit<TargetVerdict, 'occurred'> & { readonly text: string };

/** The state of one issue at a point on the three axes, its children left out. */
export interface IssueState extends Staleness {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  readonly convergence: Convergence;
  readonly coverage: Coverage;
  readonly targets: readonly TargetView[];
  readonly stances: readonly StanceView[];
  readonly agreements: readonly AgreementView[];
  readonly meetings: readonly MeetingBrief[];
  readonly plans: readonly PlanBrief[];
  readonly assessments: readonly AssessmentView[];
  readonly blockers: readonly Blocker[];
}

/** A meeting with as much of the visible reports that name it as decides its status. */
export interface MeetingFacts {
  readonly id: string;
  readonly telling: readonly Telling[];
  /** Empty where reports tell of the meeting itself. */
  readonly naming: readonly Sight[];
}

/** A plan with the visible reports that name it. */
export interface PlanFacts {
  readonly id: string;
  readonly naming: readonly OfPlan[];
}

/** All that the state of an issue rests on, at a point on the three axes. */
export interface IssueFacts {
  readonly issue: string;
  /** Of each party on each of the issue's propositions. */
  readonly grounds: readonly Grounds[];
  /** The issue's AgreementSigned and AssessmentMade, in any order. */
  readonly agreements: readonly VisibleReport[];
  readonly assessments: readonly VisibleReport[];
  /** Reports that name one of the assessments in `resolves`. */
  readonly resolving: readonly VisibleReport[];
  /** Those that the issue's reports name, by id. */
  readonly meetings: readonly MeetingFacts[];
  readonly plans: readonly PlanFacts[];
  /** Of the issue's certain reports that are news the one with the latest `O.hi`. */
  readonly latest: Sight | undefined;
}

/**
 * The state of an issue from what it rests on. Design 4.
 * @returns undefined where the issue is not registered by R
 */
export function stateOfIssue(facts: IssueFacts, registry: Registry, at: At): IssueState | undefined {
  const { issue } = facts;
  const entry = registry.issue.get(issue);
  if (entry === undefined) return undefined;
  const textOf = (proposition: string): string => registry.proposition.get(proposition)?.text ?? proposition;
  const stances = stancesOn(facts.grounds, at.asOf);
  const principals = principalsOf(registry, issue);
  const targets = targetVerdicts(stances, principals);
  const coverage = coverageOf(stances, targets, principals);
  return {
    id: issue,
    title: entry.title,
    parent: entry.parent,
    convergence: convergence(
      targets.map(({ verdict }) => verdict),
      coverage.propositions,
    ),
    coverage,
    targets: targets.map(({ proposition, occurred: _, ...rest }) => ({ proposition, text: textOf(proposition), ...rest })),
    stances: inOrderOfAnswers(stances).map((stance) => stanceView(stance, registry)),
    agreements: agreementViews(facts.agreements),
    meetings: facts.meetings.map((meeting) => meetingBrief(meeting, registry, at)),
    plans: facts.plans.map((plan) => planBrief(plan, registry, issue)),
    assessments: assessmentViews(facts.assessments),
    blockers: [...opposedTargets(targets, textOf, at.asOf), ...reportedBlockers(facts.assessments, facts.resolving, at.asOf)],
    ...staleness(facts.latest, at.asOf, registry.negotiation.staleAfterDays),
  };
}

/**
 * The state of an issue from the reports themselves. Design 4.
 * @param scene holds at least the visible reports of the issue, those that name a meeting, a plan or (in `resolves`) a blocker of it
 * @returns undefined where the issue is not registered by R
 */
export function issueState(scene: Scene, issue: string): IssueState | undefined {
  return stateOfIssue(factsOf(scene, issue), scene.registry, scene.at);
}

function factsOf(scene: Scene, issue: string): IssueFacts {
  const { registry, reports } = scene;
  const own = reportsOfIssue(scene, issue);
  const statements = own.flatMap(statementsOf).filter(({ target }) => isOfIssue(target, issue, registry));
  return {
    issue,
    grounds: groundsOf(statements, scene.at.asOf),
    agreements: own.filter(({ content }) => content.type === 'AgreementSigned'),
    assessments: own.filter(({ content }) => content.type === 'AssessmentMade'),
    resolving: reports,
    meetings: meetingIds(own).map((id) => meetingFacts(id, reports)),
    plans: planIds(own).map((id) => planFacts(id, reports)),
    latest: latestEvidence(own),
  };
}

/** The visible reports of an issue. */
export function reportsOfIssue({ registry, reports }: Scene, issue: string): VisibleReport[] {
  return reports.filter(({ content }) => issuesOf(content, issueIn(registry)).includes(issue));
}

/** The issue of a proposition, as registered. */
export function issueIn(registry: Registry): (proposition: string) => string | undefined {
  return (proposition) => registry.proposition.get(proposition)?.issue;
}

/** Meetings as an issue lists them, by id. @param ids each named by a visible report */
export function meetingBriefs({ at, registry, reports }: Scene, ids: readonly string[]): MeetingBrief[] {
  return ids.map((id) => meetingBrief(meetingFacts(id, reports), registry, at));
}

/** Plans as an issue lists them, by id. @param issue only the points that touch it are shown; null: all of them */
export function planBriefs({ registry, reports }: Scene, ids: readonly string[], issue: string | null): PlanBrief[] {
  return ids.map((id) => planBrief(planFacts(id, reports), registry, issue));
}

function meetingBrief({ id, telling, naming }: MeetingFacts, registry: Registry, at: At): MeetingBrief {
  return { id, title: registry.meeting.get(id)?.title ?? id, ...verdictOnMeeting(telling, naming, at) };
}

function planBrief({ id, naming }: PlanFacts, registry: Registry, issue: string | null): PlanBrief {
  const { status, certainty, points, evidence } = planState(id, naming);
  const touching = points.filter(({ propositions }) => issue === null || propositions.some((p) => issueIn(registry)(p) === issue));
  return { id, title: registry.plan.get(id)?.title ?? id, status, certainty, points: touching, evidence };
}

function meetingFacts(id: string, reports: readonly VisibleReport[]): MeetingFacts {
  const naming = reports.filter(({ content }) => meetingsOf(content).includes(id));
  return { id, telling: reportsOfMeeting(naming, id).map(tellingOf), naming };
}

function planFacts(id: string, reports: readonly VisibleReport[]): PlanFacts {
  return { id, naming: reports.filter(({ content }) => plansOf(content).includes(id)).map(ofPlan) };
}

/** The meetings that some reports name, by id. */
export function meetingIds(reports: readonly VisibleReport[]): string[] {
  return withoutRepeats(reports.flatMap(({ content }) => meetingsOf(content))).sort(compare);
}

/** The plans that some reports name, by id. */
export function planIds(reports: readonly VisibleReport[]): string[] {
  return withoutRepeats(reports.flatMap(({ content }) => plansOf(content))).sort(compare);
}

function isOfIssue(target: { kind: string; id: string }, issue: string, registry: Registry): boolean {
  return target.kind === 'proposition' && issueIn(registry)(target.id) === issue;
}
