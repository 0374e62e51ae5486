import type { Actor } from '../../vocabulary/actor.js';
import type { Certainty } from '../../vocabulary/axes.js';
import type { Named } from './named.js';
import type { MeetingBrief } from './meeting-shapes.js';
import type { PlanBrief } from './plan-shapes.js';
import type { Stance, Target } from './stance-shapes.js';

/** What the API answers of issues, and of a negotiation as a whole, as pages read it: what `docs/` and `/openapi.json` promise, and no more than is shown. */

export interface At {
  readonly asOf: string;
  readonly knownBy: string | null;
  /** `@POSITION` */
  readonly recordedBy: string;
  readonly certainty: 'any' | 'certain';
}

export type Convergence = 'agreed-in-principle' | 'rejected' | 'opposed' | 'mixed' | 'open' | 'one-sided' | 'unknown';

export interface Blocker extends Named {
  readonly kind: 'opposed-target' | 'reported';
  readonly proposition?: string;
  readonly report?: string;
  readonly summary: string;
  readonly certainty: Certainty;
  readonly ageDays?: number | null;
  readonly evidence: readonly string[];
}

export interface Agreement {
  readonly report: string;
  readonly when: string;
  readonly document: { readonly title: string; readonly kind: string };
  readonly signatories: readonly { readonly party: string; readonly person: string | null }[];
  readonly certainty: Certainty;
}

export interface Measure {
  readonly value: number;
  readonly unit: string;
  readonly of: string;
}

export interface Assessment {
  readonly report: string;
  readonly summary: string;
  readonly by: readonly Actor[];
  readonly measure: Measure | null;
  readonly certainty: Certainty;
}

/** What an issue is called, and of which it is a part. */
export interface IssueTitle extends Named {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
}

export interface IssueBrief extends IssueTitle {
  readonly convergence: Convergence;
  readonly stale: boolean;
  readonly degraded: boolean;
  /** Whether any is visible. */
  readonly hasReports: boolean;
  /** Where they are counted. */
  readonly counts?: { readonly reports: number };
}

export interface IssueState extends Named {
  readonly at: At;
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  readonly children: readonly Pick<IssueBrief, 'id' | 'title' | 'names' | 'convergence' | 'stale'>[];
  readonly convergence: Convergence;
  readonly coverage: {
    readonly targets: number;
    readonly propositions: number;
    readonly heard: readonly string[];
    readonly silent: readonly string[];
  };
  readonly targets: readonly Target[];
  readonly stances: readonly Stance[];
  readonly agreements: readonly Agreement[];
  readonly meetings: readonly MeetingBrief[];
  readonly plans: readonly PlanBrief[];
  readonly assessments: readonly Assessment[];
  readonly blockers: readonly Blocker[];
  readonly lastEvidence: { readonly report: string; readonly occurred: string; readonly ageDays: number } | null;
  readonly stale: boolean;
  readonly degraded: boolean;
}

export interface NegotiationBrief extends Named {
  readonly id: string;
  readonly title: string;
  /** In which its texts are written. */
  readonly language?: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Negotiation extends NegotiationBrief {
  readonly at: At;
  readonly description: string | null;
  readonly principals: readonly string[];
  readonly staleAfterDays: number;
  readonly blockers: readonly Blocker[];
  readonly latestReport: {
    readonly report: string;
    readonly summary: string;
    readonly occurred: string;
    readonly certainty: Certainty;
  } | null;
  readonly degraded: boolean;
}
