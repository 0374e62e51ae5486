import { pointerTo } from '../../../http/faults.js';
import type { Beside } from '../../../ports/reports-beside.js';
import type { ReportContent } from '../../../vocabulary/events/report-content.js';
import { weightOf } from '../../../vocabulary/modality.js';
import type { Warning } from '../../../vocabulary/warning.js';

/**
 * A position against what its party itself held, without a `previous` that says so: a turn, or a slip of the one who writes it down.
 * @param ownStance what the party held @param at where in the body the content stands
 */
export function reversedStances(content: ReportContent, { ownStance }: Pick<Beside, 'ownStance'>, at: readonly string[] = []): Warning[] {
  if (content.type !== 'PositionStated' || ownStance === null || content.data.previous !== null) return [];
  const { party, modality } = content.data;
  if (weightOf(modality) * weightOf(ownStance.modality) >= 0) return [];
  const detail = `"${party}" itself said "${ownStance.modality}" in "${ownStance.report}"; name it as previous where the party has turned`;
  return [{ code: 'stance-reversed', pointer: pointerTo([...at, 'data', 'modality']), detail, reports: [ownStance.report] }];
}
