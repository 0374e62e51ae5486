import type { Actor } from '../../vocabulary/actor.js';
import type { Certainty } from '../../vocabulary/axes.js';
import type { Modality } from '../../vocabulary/modality.js';
import type { Named } from './named.js';

/** What the API answers of stances, as pages read it: what `docs/` and `/openapi.json` promise, and no more than is shown. */

export type Verdict = 'agreed' | 'rejected' | 'opposed' | 'open';
export type Voice = 'own' | 'source' | 'other' | 'guess';
export type Form = 'direct-quote' | 'attributed' | 'stated' | 'hedged' | 'analysis';

/** A statement beside the one that decides. */
export interface Said {
  readonly report: string;
  readonly modality: Modality;
  readonly voice: Voice;
  readonly by: readonly Actor[];
  readonly form: Form;
  readonly source: string;
}

export interface Condition {
  readonly text: string;
  readonly proposition: string | null;
}

export interface OnProposition extends Named {
  readonly proposition: string;
  readonly text: string;
  readonly issue: string;
}

export interface OnPlan extends Named {
  readonly plan: string;
  readonly title: string;
}

export interface Stance {
  readonly party: string;
  readonly target: OnProposition | OnPlan;
  readonly modality: Modality;
  readonly conditions: readonly Condition[];
  readonly voice: Voice;
  readonly by: readonly Actor[];
  readonly form: Form;
  readonly source: string;
  readonly certainty: Certainty;
  readonly uncertain: readonly string[];
  readonly since: string;
  readonly movement: 'weakened' | 'strengthened' | 'reversed' | 'restated' | null;
  readonly direction: 'toward' | 'away' | null;
  readonly previous: Said | null;
  readonly contestedBy: readonly Said[];
  readonly lapsed: Said | null;
  readonly evidence: readonly string[];
}

/** What a party once held on something on which it has no stance any more. */
export interface ExpiredStance {
  readonly party: string;
  readonly target: OnProposition | OnPlan;
  readonly expired: Said;
  readonly until: string;
}

export interface Target extends Named {
  readonly proposition: string;
  readonly text: string;
  readonly verdict: Verdict;
  readonly conditional: boolean;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly contested: boolean;
  readonly certainty: Certainty;
}

export type Counts =
  'current' | 'contests' | 'previous' | 'since' | 'agrees' | 'lapsed' | 'expired' | 'superseded' | 'outranked' | 'overtaken';
