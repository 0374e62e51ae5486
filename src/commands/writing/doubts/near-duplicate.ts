import { pointerTo } from '../../../http/faults.js';
import type { Beside } from '../../../ports/reports-beside.js';
import type { ReportContent } from '../../../vocabulary/events/report-content.js';
import type { Warning } from '../../../vocabulary/warning.js';

/** A report with the account of the same days that others give. @param at where in the body the content stands */
export function nearDuplicates(
  { source }: ReportContent,
  { sameAccount }: Pick<Beside, 'sameAccount'>,
  at: readonly string[] = [],
): Warning[] {
  if (sameAccount.length === 0) return [];
  const others = sameAccount.map((id) => `"${id}"`).join(', ');
  const detail = `${others} tells the same of the same days, by "${source.id}" too`;
  return [{ code: 'near-duplicate', pointer: pointerTo(at), detail, reports: sameAccount }];
}
