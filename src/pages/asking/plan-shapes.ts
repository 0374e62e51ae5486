import type { Actor } from '../../vocabulary/actor.js';
import type { Certainty } from '../../vocabulary/axes.js';
import type { Named } from './named.js';
import type { Told } from './meeting-shapes.js';
import type { Stance } from './stance-shapes.js';

/** What the API answers of plans, as pages read it: what `docs/` and `/openapi.json` promise, and no more than is shown. */

export interface PlanPoint {
  readonly number: number | null;
  readonly text: string;
  readonly propositions: readonly string[];
  readonly evidence: readonly string[];
}

export interface PlanBrief extends Named {
  readonly id: string;
  readonly title: string;
  readonly status: 'current' | 'superseded';
  readonly certainty: Certainty;
  readonly points: readonly PlanPoint[];
  readonly evidence: readonly string[];
}

export interface Plan extends PlanBrief {
  readonly by: readonly Told<readonly Actor[]>[];
  readonly pointCount: readonly Told<number>[];
  readonly revises: { readonly plan: string; readonly lineage: 'stated' | 'inferred' } | null;
  readonly revisedBy: readonly { readonly plan: string; readonly lineage: 'stated' | 'inferred' }[];
  readonly stances: readonly Stance[];
}
