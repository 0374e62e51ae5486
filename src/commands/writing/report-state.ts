import { isReport, type LogEvent, type Recorded } from '../../vocabulary/events/log-event.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { ReportCorrected, ReportRetracted } from '../../vocabulary/events/report-corrections.js';
import type { ReportsLinked } from '../../vocabulary/events/report-links.js';

/** Where the last event of a stream stands. */
export interface LastEvent {
  readonly revision: bigint;
  readonly position: bigint;
  readonly recordedAt: string;
}

/** What commands on a report need to know of its stream. */
export interface ReportState {
  readonly original: ReportContent;
  readonly corrections: readonly ReportCorrected[];
  readonly retraction: ReportRetracted | null;
  readonly links: readonly ReportsLinked[];
  readonly last: LastEvent;
}

/** A report's state after one more event of its stream. */
export function evolveReport(state: ReportState | undefined, { event, ...at }: RecordedAt): ReportState | undefined {
  const last: LastEvent = { revision: at.revision, position: at.position, recordedAt: at.metadata.recordedAt };
  if (isReport(event)) return { original: event, corrections: [], retraction: null, links: [], last };
  if (state === undefined) return undefined;
  switch (event.type) {
    case 'ReportCorrected':
      return { ...state, corrections: [...state.corrections, event], last };
    case 'ReportRetracted':
      return { ...state, retraction: event, last };
    case 'ReportsLinked':
      return { ...state, links: [...state.links, event], last };
    case 'ReportsUnlinked':
      return { ...state, links: state.links.filter(({ kind, to }) => kind !== event.kind || to !== event.to), last };
    default:
      return state;
  }
}

/** The content that counts where everything is known that was published. */
export function latestContent({ original, corrections }: ReportState): ReportContent {
  return corrections.at(-1)?.report ?? original;
}

/** An event with as much of its place as states keep. */
export type RecordedAt = Pick<Recorded, 'revision' | 'position'> & {
  readonly event: LogEvent;
  readonly metadata: Pick<Recorded['metadata'], 'recordedAt'>;
};
