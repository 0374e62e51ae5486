import type { IncomingPosition, IncomingReport } from '../../../ports/reports-beside.js';
import { accountOf } from '../../../vocabulary/account.js';
import { reportTypeTold, type ReportContent } from '../../../vocabulary/events/report-content.js';
import type { ReportedDate } from '../../../vocabulary/reported-date.js';

/**
 * What of a content is compared with the reports that are there; undefined where none of them could cast a doubt on it.
 * @param position that may reverse what its party held
 */
export function incomingReport(
  content: ReportContent,
  published: ReportedDate,
  position: IncomingPosition | null,
): IncomingReport | undefined {
  const account = accountOf(content);
  const names = reportTypeTold(content.type).account(content)?.foundBy;
  if (account === null || names === undefined) return undefined;
  const { negotiation, id, type, source, occurred } = content;
  return {
    negotiation,
    id,
    type,
    source: source.id,
    occurred: occurred?.edtf ?? null,
    published: published.edtf,
    account,
    names,
    position,
  };
}
