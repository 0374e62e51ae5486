import type { LogEventType } from '../log-event.js';
import { reportCorrectedV1 } from './report-corrected.v1.js';
import type { Upcaster } from './upcaster.js';

export type Upcasters = Readonly<Record<LogEventType, readonly Upcaster[]>>;

/** What leads from each version of a type to the next, the first from version 1: a type has one version more than upcasters. */
export const UPCASTERS = {
  MeetingAnnounced: [],
  MeetingRevised: [],
  MeetingHeld: [],
  PlanTabled: [],
  PlanRevised: [],
  PositionStated: [],
  AgreementSigned: [],
  RoleChanged: [],
  AssessmentMade: [],
  ContextReported: [],
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
