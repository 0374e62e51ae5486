import type { ReportType } from '../../vocabulary/events/report-content.js';
import type { Actor } from '../../vocabulary/actor.js';
import type { Certainty } from '../../vocabulary/axes.js';
import type { Modality } from '../../vocabulary/modality.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import type { Counts, Form, Voice } from './stance-shapes.js';

/** What the API answers of reports, as pages read it: what `docs/` and `/openapi.json` promise, and no more than is shown. */

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
