import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { Amendment } from '../rules/in-force.js';
import type { InForceRow } from './in-force-row.js';

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
  readonly withdrawal: Amendment | null;
}

/** All that decides what is in force of one report, at the head. */
export interface RecordedReport {
  readonly firstPosition: bigint;
  readonly versions: readonly VersionInfo[];
  readonly corrections: readonly Amendment[];
  readonly retraction: Amendment | null;
}

/** What projections may ask of the rows written so far. */
export interface Lookups {
  /** The issue of a proposition. */
  issueOf(negotiation: string, proposition: string): string | undefined;
  /** The party of a person; null for none; undefined where there is no such person. */
  partyOf(negotiation: string, person: string): string | null | undefined;
  report(negotiation: string, report: string): RecordedReport;
  source(negotiation: string, source: string): SourceInfo;
  /** The reports of which a version names the source. */
  reportsNaming(negotiation: string, source: string): string[];
  /** The rows of a report that hold at the head. */
  openRows(negotiation: string, report: string): InForceRow[];
  /** The latest `recordedAt` so far; empty for none. */
  latestRecordedAt(): string;
}
