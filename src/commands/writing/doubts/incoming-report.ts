import type { IncomingReport, Stated } from '../../../ports/reports-beside.js';
import { accountOf } from '../../../vocabulary/account.js';
import type { PositionStated } from '../../../vocabulary/events/position-stated.js';
import { reportTypeTold, type ReportContent } from '../../../vocabulary/events/report-content.js';
import { weightOf } from '../../../vocabulary/modality.js';
import type { ReportedDate } from '../../../vocabulary/reported-date.js';

/**
 * What of a content is compared with the reports that are there; undefined where none of them could cast a doubt on it.
 * @param stated by it @param earlier what was stated shortly before
 */
export function incomingReport(
  content: ReportContent,
  published: ReportedDate,
  stated: Stated | undefined,
  earlier: readonly Stated[],
): IncomingReport | undefined {
  const account = accountOf(content);
  const names = reportTypeTold(content.type).account(content)?.foundBy;
  if (account === null || names === undefined) return undefined;
  const { negotiation, id, type, source, occurred } = content;
  const dates = { occurred: occurred?.edtf ?? null, published: published.edtf };
  const position = reversingPosition(stated);
  return { negotiation, id, type, source: source.id, ...dates, account, names, position, earlier: position === null ? [] : earlier };
}

/** What the party itself held is asked only where it may be against that. */
function reversingPosition(stated: Stated | undefined): Stated<PositionStated> | null {
  if (stated === undefined || !isPosition(stated)) return null;
  const { modality, previous } = stated.content.data;
  return previous === null && weightOf(modality) !== 0 ? stated : null;
}

function isPosition(stated: Stated): stated is Stated<PositionStated> {
  return stated.content.type === 'PositionStated';
}
