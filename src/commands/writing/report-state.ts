import { isReport } from '../../vocabulary/events/log-event.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { ReportCorrected, ReportRemoval } from '../../vocabulary/events/report-corrections.js';
import type { ReportsLinked } from '../../vocabulary/events/report-links.js';
import { lastEvent, type RecordedAt, type State } from './state.js';

/** What commands on a report need to know of its stream. */
export interface ReportState extends State {
  readonly original: ReportContent;
  readonly corrections: readonly ReportCorrected[];
  /** Retractions and reinstatements, oldest first. */
  readonly removals: readonly ReportRemoval[];
  readonly links: readonly ReportsLinked[];
}

/** A report's state after one more event of its stream. */
export function evolveReport(state: ReportState | undefined, recorded: RecordedAt): ReportState | undefined {
  const { event } = recorded;
  const last = lastEvent(recorded);
  if (isReport(event)) return { original: event, corrections: [], removals: [], links: [], last };
  if (state === undefined) return undefined;
  switch (event.type) {
    case 'ReportCorrected':
      return { ...state, corrections: [...state.corrections, event], last };
    case 'ReportRetracted':
    case 'ReportReinstated':
      return { ...state, removals: [...state.removals, event], last };
    case 'ReportsLinked':
      return { ...state, links: [...state.links, event], last };
    case 'ReportsUnlinked':
      return { ...state, links: state.links.filter(({ kind, to }) => kind !== event.kind || to !== event.to), last };
    default:
      return { ...state, last };
  }
}

/** The content that counts where everything is known that was published. */
export function latestContent({ original, corrections }: ReportState): ReportContent {
  return corrections.at(-1)?.report ?? original;
}
