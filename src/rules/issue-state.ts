import type { At } from '../vocabulary/axes.js';
import type { NamesByLanguage } from '../vocabulary/events/registry-entries.js';
import { type AgreementView, agreementViews } from './agreement-views.js';
import { type AssessmentView, assessmentViews } from './assessment-views.js';
import { type Blocker, opposedTargets, reportedBlockers } from './blockers.js';
import { convergence, type Convergence } from './convergence.js';
import { type Coverage, coverageOf } from './coverage.js';
import { type MeetingBrief, meetingBrief } from './meeting-brief.js';
import type { MeetingFacts } from './meeting-state.js';
import { type PlanBrief, planBrief } from './plan-brief.js';
import type { PlanFacts } from './plan-state.js';
import { principalsOf } from './principals.js';
import type { Registry, Visible, VisibleReport } from './scene.js';
import { type Staleness, staleness } from './staleness.js';
import type { Grounds } from './grounds.js';
import { stancesOn } from './stance.js';
import { inOrderOfAnswers, type StanceView, stanceView } from './stance-view.js';
import { type TargetVerdict, targetVerdicts } from './targets.js';

export type TargetView = Omit<TargetVerdict, 'occurred'> & { readonly text: string; readonly names?: NamesByLanguage };

/** The state of one issue at a point on the three axes, its children left out. */
export interface IssueState extends Staleness {
  readonly id: string;
  readonly title: string;
  /** Left out where there are none. */
  readonly names?: NamesByLanguage;
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
  readonly latest: Visible | undefined;
}

/**
 * The state of an issue from what it rests on. Design 4.
 * @returns undefined where the issue is not registered by R
 */
export function stateOfIssue(facts: IssueFacts, registry: Registry, at: At): IssueState | undefined {
  const { issue } = facts;
  const entry = registry.issue.get(issue);
  if (entry === undefined) return undefined;
  const stances = stancesOn(facts.grounds, at.asOf);
  const principals = principalsOf(registry, issue);
  const targets = targetVerdicts(stances, principals);
  const coverage = coverageOf(stances, targets, principals);
  return {
    id: issue,
    title: entry.title,
    ...(entry.names && { names: entry.names }),
    parent: entry.parent,
    convergence: convergence(
      targets.map(({ verdict }) => verdict),
      coverage.propositions,
    ),
    coverage,
    targets: targets.map((target) => targetView(target, registry)),
    stances: inOrderOfAnswers(stances).map((stance) => stanceView(stance, registry)),
    agreements: agreementViews(facts.agreements),
    meetings: facts.meetings.map((meeting) => meetingBrief(meeting, registry, at)),
    plans: facts.plans.map((plan) => planBrief(plan, registry, issue)),
    assessments: assessmentViews(facts.assessments),
    blockers: [...opposedTargets(targets, registry.proposition, at.asOf), ...reportedBlockers(facts.assessments, facts.resolving, at.asOf)],
    ...staleness(facts.latest, at.asOf, registry.negotiation.staleAfterDays),
  };
}

function targetView({ proposition, occurred: _, ...rest }: TargetVerdict, registry: Registry): TargetView {
  const entry = registry.proposition.get(proposition);
  return { proposition, text: entry?.text ?? proposition, ...(entry?.names && { names: entry.names }), ...rest };
}

/** The issue of a proposition, as registered. */
export function issueIn(registry: Pick<Registry, 'proposition'>): (proposition: string) => string | undefined {
  return (proposition) => registry.proposition.get(proposition)?.issue;
}
