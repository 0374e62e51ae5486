import type { EntryKind } from '../vocabulary/events/registry-entries.js';
import type { AgreementSigned } from '../vocabulary/events/agreement-signed.js';
import type { PositionStated } from '../vocabulary/events/position-stated.js';
import type { ReportType } from '../vocabulary/events/report-content.js';
import type { Modality } from '../vocabulary/modality.js';

export type StatedContent = PositionStated | AgreementSigned;

/** What a report that comes in says that parties hold, in words of somebody who is named; its texts are left out. */
export interface Stated<Content extends StatedContent = StatedContent> {
  readonly content: Content;
  /** When its source came out, as EDTF. */
  readonly published: string;
  /** The parties of the persons who are named for it, as they are registered by now; null: none. */
  readonly parties: Readonly<Record<string, string | null>>;
}

/** A report that comes in, as far as it is compared with those that are there. Dates are EDTF. */
export interface IncomingReport {
  readonly negotiation: string;
  readonly id: string;
  readonly type: ReportType;
  readonly source: string;
  readonly occurred: string | null;
  /** When its source came out. */
  readonly published: string;
  /** What it is an account of: see `accountOf`. */
  readonly account: string;
  /** One of the things that every report of that account names. */
  readonly names: { readonly kind: EntryKind | 'actor'; readonly id: string };
  /** A position that may reverse what its party held. */
  readonly position: Stated<PositionStated> | null;
  /** What came in shortly before it, the earliest first: the read model may not show it yet. */
  readonly earlier: readonly Stated[];
}

/** What stands beside a report that comes in, itself left out. */
export interface Beside {
  /** What its party held on its target in its own words; null where the report is no word of the party, or the party held nothing. */
  readonly ownStance: { readonly report: string; readonly modality: Modality } | null;
  /** The reports that give the same account of the same days. */
  readonly sameAccount: readonly string[];
}

/** Tells what the read model shows beside reports that come in. */
export abstract class ReportsBeside {
  /**
   * As far as the read model has come.
   * @returns of each in turn; undefined where it cannot be told at once
   */
  abstract of(incoming: readonly IncomingReport[]): Promise<readonly Beside[] | undefined>;
}
