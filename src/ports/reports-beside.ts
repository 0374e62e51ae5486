import type { EntryKind } from '../vocabulary/events/registry-entries.js';
import type { AgreementSigned } from '../vocabulary/events/agreement-signed.js';
import type { PositionStated } from '../vocabulary/events/position-stated.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { ReportType } from '../vocabulary/events/report-content.js';
import type { Modality } from '../vocabulary/modality.js';

export type StatedContent = PositionStated | AgreementSigned;

/** What a report that comes in says that parties hold, in words of somebody who is named. */
export interface Stated<Content extends StatedContent = StatedContent> {
  readonly content: Content;
  /** The parties of the persons who are named for it, as they are registered by now; null: none. */
  readonly parties: ReadonlyMap<string, string | null>;
}

/** What one report says that one party holds on one target, as far as later words of it are held against that. Dates are EDTF. */
export interface Word {
  /** The id of the report. */
  readonly report: string;
  readonly party: string;
  /** It is on one of the two. */
  readonly proposition: string | null;
  readonly plan: string | null;
  readonly modality: Modality;
  readonly occurred: string | null;
  /** When its source came out. */
  readonly published: string;
  readonly until: string | null;
  readonly previous: string | null;
}

/** A position that may reverse what its party held. */
export interface IncomingPosition {
  readonly word: Word;
  /** By what it is told whose word it is, of a report that is recorded already; null where it is known to be the party's own. */
  readonly stated: Stated<PositionStated> | null;
  /** The party's own words on the target that came in shortly before it, the earliest first: the read model may not show them yet. */
  readonly earlier: readonly Word[];
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
  readonly position: IncomingPosition | null;
}

/** Of the reports that give the same account so many are told, the latest. */
export const MOST_SAME_ACCOUNT = 3;

/** What stands beside a report that comes in, itself left out. */
export interface Beside {
  /** What its party held on its target in its own words; null where the report is no word of the party, or the party held nothing. */
  readonly ownStance: { readonly report: string; readonly modality: Modality } | null;
  /** The reports that give the same account of the same days, the latest first. */
  readonly sameAccount: readonly string[];
}

/** Tells what the read model shows beside reports that come in, and what the rules say of these. */
export abstract class ReportsBeside {
  /**
   * As far as the read model has come.
   * @returns of each in turn; undefined where it cannot be told at once
   */
  abstract of(incoming: readonly IncomingReport[]): Promise<readonly Beside[] | undefined>;

  /** Whether what is stated is what a party says itself, by the parties of persons that come with it. */
  abstract isOwnWord(stated: Stated, party: string): boolean;

  /** The days on which what a report tells of counts as having happened. */
  abstract daysOf(report: Pick<IncomingReport, 'occurred' | 'published'>): DayWindow;
}
