import type { LogEventType } from '../log-event.js';
import { REPORT_TYPES, reportTypeTold, type ReportType } from '../report-content.js';
import { reportCorrectedV1 } from './report-corrected.v1.js';
import type { Upcaster } from './upcaster.js';

export type Upcasters = Readonly<Record<LogEventType, readonly Upcaster[]>>;

const UPCASTERS_OF_REPORTS = Object.fromEntries(REPORT_TYPES.map((type) => [type, reportTypeTold(type).upcasters])) as Readonly<
  Record<ReportType, readonly Upcaster[]>
>;

/** What leads from each version of a type to the next, the first from version 1: a type has one version more than upcasters. */
export const UPCASTERS = {
  ...UPCASTERS_OF_REPORTS,
  NegotiationOpened: [],
  NegotiationChanged: [],
  IssueDefined: [],
  IssueChanged: [],
  PropositionDefined: [],
  PropositionChanged: [],
  PartyDefined: [],
  PartyChanged: [],
  PersonDefined: [],
  PersonChanged: [],
  PlanDefined: [],
  PlanChanged: [],
  MeetingDefined: [],
  MeetingChanged: [],
  SourceDefined: [],
  SourceChanged: [],
  ReportCorrected: [reportCorrectedV1],
  ReportRetracted: [],
  ReportReinstated: [],
  SourceWithdrawn: [],
  SourceReadmitted: [],
  ReportsLinked: [],
  ReportsUnlinked: [],
} as const satisfies Upcasters;

/** The version of its stored form in which an event of a type is stored today. */
export function currentVersion(type: LogEventType): number {
  return UPCASTERS[type].length + 1;
}
