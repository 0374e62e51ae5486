import type { ReportType } from '../../vocabulary/events/report-content.js';
import type { Actor } from '../../vocabulary/actor.js';
import type { Certainty } from '../../vocabulary/axes.js';
import type { Modality } from '../../vocabulary/modality.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import type { Named } from './named.js';

/** The answers of the API as pages read them: what `docs/` and `/openapi.json` promise, and no more than is shown. */

export interface At {
  readonly asOf: string;
  readonly knownBy: string | null;
  /** `@POSITION` */
  readonly recordedBy: string;
  readonly certainty: 'any' | 'certain';
}

export type Convergence = 'agreed-in-principle' | 'rejected' | 'opposed' | 'mixed' | 'open' | 'one-sided' | 'unknown';
export type Verdict = 'agreed' | 'rejected' | 'opposed' | 'open';
export type Voice = 'own' | 'source' | 'other' | 'guess';
export type Form = 'direct-quote' | 'attributed' | 'stated' | 'hedged' | 'analysis';
export type MeetingStatus = 'held' | 'cancelled' | 'moved' | 'confirmed' | 'announced' | 'elapsed-unreported' | 'mentioned';

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

export interface Blocker extends Named {
  readonly kind: 'opposed-target' | 'reported';
  readonly proposition?: string;
  readonly report?: string;
  readonly summary: string;
  readonly certainty: Certainty;
  readonly ageDays?: number | null;
  readonly evidence: readonly string[];
}

export interface MeetingBrief extends Named {
  readonly id: string;
  readonly title: string;
  readonly status: MeetingStatus;
  readonly when: string | null;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

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

export interface IssueBrief extends Named {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  readonly convergence: Convergence;
  readonly stale: boolean;
  readonly degraded: boolean;
  readonly counts: Readonly<
    Record<'reports' | 'targets' | 'stances' | 'agreements' | 'meetings' | 'plans' | 'assessments' | 'blockers', number>
  >;
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

export interface Party extends Named {
  readonly id: string;
  readonly name: string;
  readonly kind: 'state' | 'organisation' | 'bloc' | 'group';
  readonly aliases: readonly string[];
}

export interface Person extends Named {
  readonly id: string;
  readonly name: string;
  readonly party: string | null;
  readonly role: string | null;
}

/** A withdrawal of a source, and what took it back. */
export interface Removal {
  readonly recordedAt: string;
  readonly reason: 'source' | 'coding';
  readonly published: ReportedDate | null;
  readonly note: string | null;
}

export interface Source {
  readonly id: string;
  readonly published: ReportedDate;
  readonly publisher: string | null;
  readonly headline: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly notes: readonly string[];
  readonly withdrawal: Removal | null;
  readonly readmission: Removal | null;
}

export interface Meeting extends MeetingBrief {
  readonly scheduledFor: string | null;
  readonly contestedBy: readonly { readonly report: string; readonly says: 'held' | 'cancelled' | 'on' }[];
  readonly details: Readonly<Record<'place' | 'purpose' | 'outcome' | 'durationMinutes' | 'reason', readonly Told<string | number>[]>> & {
    readonly format: readonly Told<MeetingFormat>[];
    readonly level: readonly Told<MeetingLevel>[];
    readonly hosts: readonly Told<readonly Actor[]>[];
    readonly schedule: readonly Told<string>[];
  };
  readonly attendance: readonly {
    readonly actor: Actor;
    readonly as: 'attended' | 'expected';
    readonly role: string | null;
    readonly online: boolean | null;
    readonly evidence: readonly string[];
  }[];
}

export type MeetingFormat = 'in-person' | 'online' | 'hybrid' | 'phone';
export type MeetingLevel = 'leaders' | 'ministers' | 'advisers' | 'envoys' | 'other';

/** A value with the reports that tell it. */
export interface Told<T> {
  readonly value: T;
  readonly evidence: readonly string[];
}

export interface Plan extends PlanBrief {
  readonly by: readonly Told<readonly Actor[]>[];
  readonly pointCount: readonly Told<number>[];
  readonly revises: { readonly plan: string; readonly lineage: 'stated' | 'inferred' } | null;
  readonly revisedBy: readonly { readonly plan: string; readonly lineage: 'stated' | 'inferred' }[];
  readonly stances: readonly Stance[];
}

export interface ReportContent {
  readonly id: string;
  readonly type: ReportType;
  readonly occurred: ReportedDate | null;
  readonly source: { readonly id: string; readonly locator: string | null; readonly quote: string | null };
  readonly claim: { readonly by: readonly Actor[]; readonly via: readonly Actor[]; readonly form: Form };
  readonly issues: readonly string[];
  readonly meeting: string | null;
  readonly summary: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Report extends ReportContent {
  readonly certainty: Certainty;
  readonly uncertain: readonly string[];
  readonly revision: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly postedBy: string;
  readonly corrections: readonly { readonly recordedAt: string; readonly note: string | null }[];
  readonly links: readonly { readonly kind: 'same-as' | 'contradicts' | 'corroborates'; readonly to?: string; readonly from?: string }[];
}

/** A report with what it says of the party and the proposition that were asked for. */
export interface Stated extends Report {
  readonly statements: readonly {
    readonly party: string;
    readonly proposition: string;
    readonly modality: Modality;
    readonly voice: Voice;
    readonly counts: Counts;
    /** The report by which it does not count more. */
    readonly decidedBy: string | null;
  }[];
}

export type Counts =
  'current' | 'contests' | 'previous' | 'since' | 'agrees' | 'lapsed' | 'expired' | 'superseded' | 'outranked' | 'overtaken';

/** How much happened on a day, or in the period that begins on it; the day is null where K has no limit any more. */
export interface DayOfActivity {
  readonly day: string | null;
  readonly reports: number;
  readonly changes: number | null;
  /** The reports by issue, party or source, by id, where that was asked for. */
  readonly groups?: Readonly<Record<string, number>>;
  readonly ungrouped?: number;
}

/** One entry of the history of a report. */
export interface ReportVersion {
  readonly kind: 'original' | 'correction' | 'retraction' | 'reinstatement';
  readonly position: string;
  readonly recordedAt: string;
  readonly postedBy: string;
  readonly reason: 'source' | 'coding' | null;
  readonly published: ReportedDate | null;
  readonly note: string | null;
  readonly content: ReportContent | null;
}

export type Cause = { readonly report: string; readonly by?: string } | { readonly event: string } | { readonly day: string | null };

export interface Change {
  readonly issue: string | null;
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly because: readonly Cause[];
}

export interface Step {
  readonly step: number;
  readonly day?: string | null;
  readonly position?: string;
  readonly cause: Cause;
  readonly report?: { readonly id: string; readonly summary: string; readonly source: string; readonly occurred: string | null } | null;
  readonly changes: readonly Change[];
}
