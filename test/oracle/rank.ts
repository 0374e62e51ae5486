import type { Actor } from '../../src/vocabulary/actor.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { entriesAt } from './registry.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

/** 1: the party's own words, or the source's own reporting. 0: somebody else's claim, or the source's guess. Design 4, "Order". */
export function rankOf(state: StateAt, report: VisibleReport, party: string): 0 | 1 {
  const speakers = whoSaysSo(report.content);
  if (speakers.length === 0) return isGuess(report.content) ? 0 : 1;
  const persons = entriesAt(state.log, state.negotiation, 'person', report.contentPosition);
  const names = (actor: Actor) =>
    typeof actor === 'string' ? actor === party || persons.get(actor)?.party === party : actor.party === party;
  return speakers.some(names) ? 1 : 0;
}

/** `claim.by`, or without it `data.speaker`; empty is the source itself. */
function whoSaysSo(content: ReportContent): readonly Actor[] {
  if (content.claim.by.length > 0) return content.claim.by;
  if (content.type === 'PositionStated' && content.data.speaker !== null) return [content.data.speaker];
  return [];
}

function isGuess(content: ReportContent): boolean {
  return content.claim.form === 'hedged' || content.claim.form === 'analysis';
}
