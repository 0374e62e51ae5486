import type { At } from '../../src/vocabulary/axes.js';
import { compare } from '../../src/vocabulary/compare.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type Named, namesOf } from './named.js';
import { withoutRepeats } from './order.js';
import { known } from './registry.js';
import { type Stance, stanceOf } from './stance.js';
import { type StateAt, stateAt } from './state-at.js';
import { isSame, partiesOf, type Target, targetsOf } from './statements.js';

export type TargetItem = Named &
  ({ readonly proposition: string; readonly text: string; readonly issue: string } | { readonly plan: string; readonly title: string });

export type StanceItem = Omit<Stance, 'target' | 'rank' | 'weight' | 'current'> & { readonly target: TargetItem };

/** Every stance of the negotiation, on propositions and plans; sorted by target id, kind of target, party. */
export function foldStances(log: readonly Recorded[], negotiation: string, at: At): StanceItem[] {
  const state = stateAt(log, negotiation, at);
  return stancesOf(state).map((stance) => stanceItem(state, stance));
}

/** All stances, sorted by target id, kind of target, party. */
export function stancesOf(state: StateAt): Stance[] {
  return targetsStatedOn(state).flatMap((target) => stancesOn(state, target));
}

/** The stances on one target, sorted by party. */
export function stancesOn(state: StateAt, target: Target): Stance[] {
  return partiesTold(state)
    .map((party) => stanceOf(state, party, target))
    .filter((stance) => stance !== null);
}

/** The parties of which a stance is told, in order. */
export function partiesTold({ reports }: StateAt): string[] {
  return withoutRepeats(reports.flatMap(({ content }) => partiesOf(content))).toSorted(compare);
}

export function stanceItem(state: StateAt, stance: Stance): StanceItem {
  const { target, rank: _, weight: __, current: ___, ...shown } = structuredClone(stance);
  const conditions = shown.conditions.map(({ text, proposition }) => ({ text, proposition }));
  return { ...shown, conditions, target: targetItem(state, target) };
}

export function targetItem(state: StateAt, { kind, id }: Target): TargetItem {
  if (kind === 'plan') {
    const plan = known(state.plans, id);
    return { plan: id, title: plan.title, ...namesOf(plan) };
  }
  const proposition = known(state.propositions, id);
  return { proposition: id, text: proposition.text, issue: proposition.issue, ...namesOf(proposition) };
}

/** What is told a stance on, sorted by id, then kind. */
export function targetsStatedOn(state: StateAt): Target[] {
  const targets: Target[] = [];
  for (const target of state.reports.flatMap(({ content }) => targetsOf(content))) {
    if (!targets.some((other) => isSame(other, target))) targets.push(target);
  }
  return targets.toSorted((a, b) => compare(a.id, b.id) || compare(a.kind, b.kind));
}
