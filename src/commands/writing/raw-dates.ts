import { z } from 'zod';
import { optionalDate } from '../../http/fields/date.js';
import { id } from '../../http/fields/text.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { Fault } from '../../vocabulary/refusal.js';
import { faultyDates } from './possible-dates.js';
import { sourceIn } from './source-state.js';
import type { WriteModel } from './write-model.js';

const dated = z.looseObject({
  occurred: optionalDate,
  source: z.looseObject({ id }),
  data: z.looseObject({ until: optionalDate }).catch({ until: null }),
});

/**
 * The dates that cannot be of a report, or of the new content in a correction, although the body does not have the form that is asked
 * for, so that every fault is told at once. None where the dates themselves do not have it.
 */
export async function rawDateFaults(body: unknown, negotiation: string, model: WriteModel): Promise<Fault[]> {
  const at = typeof body === 'object' && body !== null && 'report' in body ? ['report'] : [];
  const checked = dated.safeParse(at.length > 0 ? (body as { report: unknown }).report : body);
  if (!checked.success || (body as { asRecorded?: unknown }).asRecorded === true) return [];
  const content = checked.data as unknown as ReportContent;
  return faultyDates(content, await sourceIn(model, negotiation, content.source.id), at);
}
