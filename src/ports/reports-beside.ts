import type { EntryKind } from '../vocabulary/events/registry-entries.js';
import type { PositionStated } from '../vocabulary/events/position-stated.js';
import type { ReportType } from '../vocabulary/events/report-content.js';
import type { Modality } from '../vocabulary/modality.js';

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
  /** A position that somebody is named for and that may be a turn; its texts are left out. */
  readonly position: PositionStated | null;
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
