import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { ReportContent, ReportType } from '../vocabulary/events/report-content.js';
import type { Position } from '../vocabulary/position.js';
import type { Amendment, CountedRemoval } from '../rules/in-force.js';
import type { InForceRow } from './in-force-row.js';
import type { RowChange } from './row-change.js';

/** A version of a report, as far as it decides what is in force and when. */
export interface VersionInfo {
  readonly source: string;
  /** The window of `occurred`; null where the report gives none. */
  readonly occurred: DayWindow | null;
  readonly occurredEdtf: string | null;
}

/** A source as it stands at the head. */
export interface SourceInfo {
  readonly publishedEdtf: string;
  readonly published: DayWindow;
  /** Withdrawals and readmissions, in the order in which they were recorded. */
  readonly removals: readonly CountedRemoval[];
}

/** All that decides what is in force of one report, at the head. */
export interface RecordedReport {
  readonly firstPosition: bigint;
  readonly versions: readonly VersionInfo[];
  readonly corrections: readonly Amendment[];
  /** Retractions and reinstatements, in the order in which they were recorded. */
  readonly removals: readonly CountedRemoval[];
}

/** A content as it was recorded. */
export interface StoredContent {
  /** The position that recorded it. */
  readonly content: number;
  readonly body: ReportContent;
  readonly claimants: readonly string[] | null;
}

/** A report with all its contents, in the order of their versions. */
export interface StoredReport extends RecordedReport {
  readonly contents: readonly StoredContent[];
}

/** A row of `in_force` that holds at the head. */
export interface OpenRow extends InForceRow {
  readonly content: number;
  readonly r_from: number;
}

/** What is known of a pair once and for all: whether one of its statements names another, and whether one has an end. */
export type PairFlag = 'superseding' | 'ending';

/** What projections may ask. */
export interface Lookups {
  /** The issue of a proposition, as the event that is projected leaves it. */
  issueOf(negotiation: string, proposition: string): string | undefined;
  /** The issue that a proposition had before a position. */
  issueBefore(negotiation: string, proposition: string, position: Position): string | undefined;
  /**
   * The party of a person as recorded by a position or, left out, by now; of who was not recorded by then the first one recorded.
   * Null for none; undefined where there is no such person. Design 4, "Recorded".
   */
  partyOf(negotiation: string, person: string, recordedBy?: Position): string | null | undefined;
  /** As it was before the event that is projected; its versions are empty where there is no such report. */
  report(negotiation: string, report: string): StoredReport;
  /** As the event that is projected leaves it. */
  source(negotiation: string, source: string): SourceInfo;
  /** The reports of which a version names something. */
  reportsNaming(negotiation: string, kind: NameKind, id: string): string[];
  /** Whether a content names something, or did for a while. @param name its number @param content the position that recorded it */
  isMentioned(name: number, type: ReportType, content: number): boolean;
  /** The rows of a report that hold at the head, in the order of K. @param contents of the report */
  openRows(contents: readonly StoredContent[]): OpenRow[];
  /** The latest `recordedAt` so far, in milliseconds since 1970; 0 for none. */
  latestRecordedAt(): number;
  /** The number that stands for a name. */
  name(negotiation: string, kind: NameKind, id: string): number;
  /** The position at which a report was first recorded; undefined where it is not in the log, or parked. */
  reportNumber(negotiation: string, id: string): number | undefined;
  /** The number of a party on a target, each given by its name's number. */
  pair(target: number, party: number): number;
  /** The number of the statements of a pair with one rank and one weight. */
  strand(pair: number, rank: number, weight: number): number;
  /** Sets a flag of a pair; nothing where it is set already. */
  flag(pair: number, flag: PairFlag): RowChange[];
}

/** What names stand for. An `actor` is whoever is named in a report; `unassigned` are the reports that name no issue. */
export type NameKind =
  'negotiation' | 'issue' | 'meeting' | 'plan' | 'proposition' | 'source' | 'actor' | 'party' | 'resolves' | 'unassigned';
