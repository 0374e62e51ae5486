import type { Removal, ReportRemoval, SourceRemoval } from '../../vocabulary/events/report-corrections.js';
import type { RefusalCode } from '../../vocabulary/refusal.js';
import type { Decider } from '../writing/decider.js';
import type { ReportState } from '../writing/report-state.js';
import type { SourceState } from '../writing/source-state.js';
import type { State } from '../writing/state.js';
import type { RemovalRequest } from './removal.js';
import { removeReport } from './remove-report.js';
import { removeSource } from './remove-source.js';

/** A way to remove something, or to take that back: by a route of its own, and as a line of an import. */
export interface RemovalKind<R extends Removal = Removal, S extends State = State> {
  readonly type: R['type'];
  readonly decider: Decider<RemovalRequest<R>, S>;
  readonly noun: 'report' | 'source';
  readonly operationId: string;
  readonly summary: string;
  /** Where there is nothing to do. */
  readonly refusedBy: RefusalCode;
}

const ofReports = { decider: removeReport, noun: 'report' } as const;
const ofSources = { decider: removeSource, noun: 'source' } as const;

/** What a report is retracted and reinstated by. */
export const REPORT_REMOVALS: readonly RemovalKind<ReportRemoval, ReportState>[] = [
  {
    ...ofReports,
    type: 'ReportRetracted',
    operationId: 'retractReport',
    summary: 'Retract a report; a reinstatement takes that back',
    refusedBy: 'report-retracted',
  },
  {
    ...ofReports,
    type: 'ReportReinstated',
    operationId: 'reinstateReport',
    summary: 'Take the retraction of a report back: the publisher did (source), or it was our mistake (coding)',
    refusedBy: 'nothing-to-undo',
  },
];

/** What a source is withdrawn and readmitted by. */
export const SOURCE_REMOVALS: readonly RemovalKind<SourceRemoval, SourceState>[] = [
  {
    ...ofSources,
    type: 'SourceWithdrawn',
    operationId: 'withdrawSource',
    summary: 'Withdraw a source: all its reports, those recorded later too; a readmission takes that back',
    refusedBy: 'source-withdrawn',
  },
  {
    ...ofSources,
    type: 'SourceReadmitted',
    operationId: 'readmitSource',
    summary: 'Take the withdrawal of a source back: the publisher did (source), or it was our mistake (coding)',
    refusedBy: 'nothing-to-undo',
  },
];
