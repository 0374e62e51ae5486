import type { ReportContent } from '../vocabulary/events/report-content.js';
import { isGuess } from './guess.js';

/**
 * Whether a report keeps an issue from going stale: not a ContextReported, and not where the source itself reflects. Design 4,
 * "Staleness".
 */
export function isNews(content: ReportContent): boolean {
  return content.type !== 'ContextReported' && !isGuess(content);
}
