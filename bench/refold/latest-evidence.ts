import { isNews } from '../../src/rules/news.js';
import type { Visible, VisibleReport } from '../../src/rules/scene.js';
import { latestCertain } from '../../src/rules/staleness.js';

/** Of some reports the certain one that is news with the latest `O.hi`; undefined without one. Design 4, "Staleness". */
export function latestEvidence(reports: readonly VisibleReport[]): Visible | undefined {
  return latestCertain(reports.filter(({ content }) => isNews(content)));
}
