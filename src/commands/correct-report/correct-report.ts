import { reportStream } from '../../event-store/stream-names.js';
import { pointerTo } from '../../http/faults.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { ReportCorrected } from '../../vocabulary/events/report-corrections.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { sameContent } from '../../vocabulary/same-content.js';
import type { Decider, Request } from '../writing/decider.js';
import { type Precondition, requireRevision } from '../writing/precondition.js';
import { faultyDates } from '../writing/possible-dates.js';
import { referencesOfReport } from '../writing/reference.js';
import { standingRemoval } from '../writing/standing-removal.js';
import { evolveReport, type ReportState } from '../writing/report-state.js';
import { sourceAsked, sourceIn, type SourceState } from '../writing/source-state.js';

export interface CorrectReportRequest extends Request {
  readonly correction: ReportCorrected;
  readonly precondition: Precondition;
  /**
   * Which corrections count as the same one posted again: the latest; or, in an import that brings it for the nth time, the nth
   * same one too, wherever it stands.
   */
  readonly repeats: 'latest' | number;
  /** The id that the new content gives, if any. */
  readonly statedId: string | null;
  /** Whether dates that cannot be are taken, since they were once. */
  readonly asRecorded?: boolean;
}

/** Replaces the whole content of a report; the contents before it are kept. */
export const correctReport: Decider<CorrectReportRequest, ReportState, SourceState | undefined> = {
  stream: ({ negotiation, id }) => reportStream(negotiation, id),
  subjects: ({ negotiation, id }) => [
    { kind: 'negotiation', id: negotiation },
    { kind: 'report', id },
  ],
  references: ({ correction }) => referencesOfReport(correction.report, ['report']),
  evolve: evolveReport,
  reads: ({ negotiation, correction: { report } }) => [sourceAsked(negotiation, report.source.id)],
  ask: async ({ negotiation, correction: { report } }, _, model) => sourceIn(model, negotiation, report.source.id),
  faults: (command, state, source) => {
    if (command.asRecorded === true || state === undefined || isRepeated(command, state)) return [];
    return faultyDates(command.correction.report, source, ['report']);
  },
  brings: ({ correction: { report } }, source) => ({ content: report, source, at: ['report'] }),
  decide,
};

/** @throws Refusal `invalid-body`, `report-retracted`, `revision-required`, `stale-revision` */
function decide(command: CorrectReportRequest, state: ReportState | undefined): LogEvent[] {
  const { id, correction, precondition, statedId } = command;
  if (state === undefined) throw new Refusal('not-found', `There is no report "${id}".`);
  if (statedId !== null && statedId !== id) {
    const detail = `the content is of "${statedId}", the correction of "${id}"`;
    throw new Refusal('invalid-body', 'A correction keeps the id.', [{ pointer: pointerTo(['report', 'id']), code: 'other-id', detail }]);
  }
  if (isRepeated(command, state)) return [];
  if (standingRemoval(state.removals) !== null) {
    throw new Refusal('report-retracted', `The report "${id}" is retracted; a reinstatement takes that back.`);
  }
  requireRevision(precondition, state.last.revision);
  return [correction];
}

function isRepeated({ correction, repeats }: CorrectReportRequest, { corrections, removals }: ReportState): boolean {
  const same = corrections.filter((one) => sameContent(one, correction));
  if (repeats !== 'latest' && same.length >= repeats) return true;
  return standingRemoval(removals) === null && same.length > 0 && same.at(-1) === corrections.at(-1);
}
