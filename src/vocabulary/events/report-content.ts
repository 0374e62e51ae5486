import { AgreementSigned } from './agreement-signed.js';
import { MeetingAnnounced, MeetingHeld, MeetingRevised } from './meeting-reports.js';
import { AssessmentMade, ContextReported, RoleChanged } from './other-reports.js';
import { PlanRevised, PlanTabled } from './plan-reports.js';
import { PositionStated } from './position-stated.js';

/** The class of each type of report. A new type is a line here; the compiler then shows each switch. */
export const REPORT_CLASSES = {
  MeetingAnnounced,
  MeetingRevised,
  MeetingHeld,
  PlanTabled,
  PlanRevised,
  PositionStated,
  AgreementSigned,
  RoleChanged,
  AssessmentMade,
  ContextReported,
} as const;

export type ReportType = keyof typeof REPORT_CLASSES;

/** What one source reports of one development: the content of a report, first recorded or corrected. */
export type ReportContent = InstanceType<(typeof REPORT_CLASSES)[ReportType]>;

export const REPORT_TYPES = Object.keys(REPORT_CLASSES) as ReportType[];

export type MeetingReport = MeetingAnnounced | MeetingRevised | MeetingHeld;

/** True for the three types that tell of a meeting itself. */
export function isMeetingReport(report: ReportContent): report is MeetingReport {
  return report.type === 'MeetingAnnounced' || report.type === 'MeetingRevised' || report.type === 'MeetingHeld';
}
