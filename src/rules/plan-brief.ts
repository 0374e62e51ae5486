import type { Certainty } from '../vocabulary/axes.js';
import type { NamesByLanguage } from '../vocabulary/events/registry-entries.js';
import { plansOf } from './mentions.js';
import { ofPlan } from './plan-accounts.js';
import type { ToldPoint } from './plan-points.js';
import { type PlanFacts, planState, type PlanStatus } from './plan-state.js';
import type { Registry, Scene, VisibleReport } from './scene.js';

/** A plan as the state of an issue lists it. */
export interface PlanBrief {
  readonly id: string;
  readonly title: string;
  /** In other languages, where it has some. */
  readonly names?: NamesByLanguage;
  readonly status: PlanStatus;
  readonly certainty: Certainty;
  /** Those that touch the issue. */
  readonly points: readonly ToldPoint[];
  readonly evidence: readonly string[];
}

/** @param issue only the points that name a proposition of it are shown; null: all of them */
export function planBrief(facts: PlanFacts, registry: Registry, issue: string | null): PlanBrief {
  const entry = registry.plan.get(facts.id);
  const { status, certainty, points, evidence } = planState(facts);
  const touches = (proposition: string): boolean => registry.proposition.get(proposition)?.issue === issue;
  return {
    id: facts.id,
    title: entry?.title ?? facts.id,
    ...(entry?.names && { names: entry.names }),
    status,
    certainty,
    points: issue === null ? points : points.filter(({ propositions }) => propositions.some(touches)),
    evidence,
  };
}

/** Plans as an issue lists them, by id. @param ids each named by a visible report @param issue as of `planBrief` */
export function planBriefs({ registry, reports }: Scene, ids: readonly string[], issue: string | null): PlanBrief[] {
  return ids.map((id) => planBrief(planFacts(id, reports), registry, issue));
}

/** What decides the state of a plan. @param reports a set that holds all visible ones that name it */
export function planFacts(id: string, reports: readonly VisibleReport[]): PlanFacts {
  return { id, naming: reports.filter(({ content }) => plansOf(content).includes(id)).map(ofPlan) };
}
