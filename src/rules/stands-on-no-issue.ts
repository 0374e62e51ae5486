import type { ReportContent } from '../vocabulary/events/report-content.js';
import { issueIn } from './issue-state.js';
import { issuesOf } from './mentions.js';
import type { Registry } from './scene.js';

/**
 * Whether a report names no issue: what it says stands on the negotiation, never guessed onto an issue. Design 4, "Blockers".
 * @param registry as recorded by R: a proposition may have come to an issue since the report was recorded
 */
export function standsOnNoIssue(content: ReportContent, registry: Pick<Registry, 'proposition'>): boolean {
  return issuesOf(content, issueIn(registry)).length === 0;
}
