import { AgreementSigned } from './agreement-signed.js';
import { MeetingAnnounced, MeetingHeld, MeetingRevised } from './meeting-reports.js';
import { AssessmentMade, ContextReported, RoleChanged } from './other-reports.js';
import { PlanRevised, PlanTabled } from './plan-reports.js';
import { PositionStated } from './position-stated.js';
import type { ReportClass, ReportTypeTold } from './report-class.js';

/** The class of each type of report. A new type is a line here; the compiler then shows what else it needs. */
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

export type ReportOf<T extends ReportType> = InstanceType<(typeof REPORT_CLASSES)[T]>;

/** Each class with what it tells of its type, held to the data of that type. */
const CLASSES: { readonly [T in ReportType]: ReportClass<ReportOf<T>> } = REPORT_CLASSES;

/** What is told of a type of report. */
export function reportTypeTold(type: ReportType): ReportTypeTold<ReportContent> {
  return CLASSES[type];
}

/** The types that tell of a meeting itself. */
export const MEETING_REPORT_TYPES = ['MeetingAnnounced', 'MeetingRevised', 'MeetingHeld'] as const satisfies readonly ReportType[];
export type MeetingReport = ReportOf<(typeof MEETING_REPORT_TYPES)[number]>;

/** Whether a report is one of a meeting, whatever it says of it. */
export function isMeetingReport(report: ReportContent): report is MeetingReport {
  return (MEETING_REPORT_TYPES as readonly ReportType[]).includes(report.type);
}
