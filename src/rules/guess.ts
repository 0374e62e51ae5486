import type { ReportContent } from '../vocabulary/events/report-content.js';
import { claimedBy } from './claimed-by.js';

/**
 * Whether the source reflects rather than reports: nobody but the source itself speaks, in the form `hedged` or `analysis`. Design 4,
 * "Order" and "Staleness".
 */
export function isGuess(content: ReportContent): boolean {
  const { form } = content.claim;
  return claimedBy(content).length === 0 && (form === 'hedged' || form === 'analysis');
}
