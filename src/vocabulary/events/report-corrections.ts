import { Type } from 'class-transformer';
import { ReportedDate } from '../reported-date.js';
import { ReportEnvelope } from './report.js';
import { REPORT_CLASSES, type ReportContent } from './report-content.js';

/** `source`: the publisher erred. `coding`: we misread. */
export const REASONS = ['source', 'coding'] as const;
export type Reason = (typeof REASONS)[number];

const subTypes = Object.entries(REPORT_CLASSES).map(([name, value]) => ({ name, value }));

/**
 * Its stored form, version 2, holds `reportVersion` too: in which version of its own type the content is stored. Writing puts it
 * there and reading uses it up, so that nobody can state a wrong one.
 */
export class ReportCorrected {
  readonly type!: 'ReportCorrected';
  readonly negotiation!: string;
  /** The id of the report. */
  readonly id!: string;
  readonly reason!: Reason;
  /** When the erratum came out; never null where the reason is `source`. */
  @Type(() => ReportedDate) readonly published!: ReportedDate | null;
  readonly note!: string;
  /** The whole new content. */
  @Type(() => ReportEnvelope, { discriminator: { property: 'type', subTypes }, keepDiscriminatorProperty: true })
  readonly report!: ReportContent;
}

/** Removes a report: the publisher took it back (`source`), or it should not have been recorded (`coding`). */
export class ReportRetracted {
  readonly type!: 'ReportRetracted';
  readonly negotiation!: string;
  /** The id of the report. */
  readonly id!: string;
  readonly reason!: Reason;
  @Type(() => ReportedDate) readonly published!: ReportedDate | null;
  readonly note!: string | null;
}

/** Takes the retraction of a report back: the publisher did (`source`), or the retraction was our mistake (`coding`). */
export class ReportReinstated {
  readonly type!: 'ReportReinstated';
  readonly negotiation!: string;
  /** The id of the report. */
  readonly id!: string;
  readonly reason!: Reason;
  @Type(() => ReportedDate) readonly published!: ReportedDate | null;
  readonly note!: string | null;
}

/** Removes every report whose content in force names the source, later ones included (design 4, "In force"). */
export class SourceWithdrawn {
  readonly type!: 'SourceWithdrawn';
  readonly negotiation!: string;
  /** The id of the source. */
  readonly id!: string;
  readonly reason!: Reason;
  @Type(() => ReportedDate) readonly published!: ReportedDate | null;
  readonly note!: string | null;
}

/** Takes the withdrawal of a source back. */
export class SourceReadmitted {
  readonly type!: 'SourceReadmitted';
  readonly negotiation!: string;
  /** The id of the source. */
  readonly id!: string;
  readonly reason!: Reason;
  @Type(() => ReportedDate) readonly published!: ReportedDate | null;
  readonly note!: string | null;
}

export type ReportRemoval = ReportRetracted | ReportReinstated;
export type SourceRemoval = SourceWithdrawn | SourceReadmitted;

/** What removes a report or the reports of a source, or takes that back. */
export type Removal = ReportRemoval | SourceRemoval;

/** The word for each kind of removal, as the lines of an import and the answers have it. */
export const REMOVALS = {
  ReportRetracted: 'retraction',
  ReportReinstated: 'reinstatement',
  SourceWithdrawn: 'withdrawal',
  SourceReadmitted: 'readmission',
} as const satisfies Record<Removal['type'], string>;

/** True for what removes and for what takes a removal back. */
export function isRemoval(event: { readonly type: string }): event is Removal {
  return Object.hasOwn(REMOVALS, event.type);
}

/** Whether it takes a retraction or a withdrawal back. */
export function takesBack({ type }: Removal): boolean {
  return type === 'ReportReinstated' || type === 'SourceReadmitted';
}
