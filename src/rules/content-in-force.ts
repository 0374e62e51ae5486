import type { Day } from '../vocabulary/day.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';
import type { Position } from '../vocabulary/position.js';
import { sameContent } from '../vocabulary/same-content.js';
import type { VisibleReport } from './scene.js';

/** A content of a report that counts for a range of K, with its windows. */
export interface ContentInForce {
  readonly id: string;
  readonly knownFrom: Day;
  /** Inclusive. */
  readonly knownTo: Day;
  readonly occurred: DayWindow;
  readonly published: DayWindow;
  readonly occurredAsWritten: string;
  readonly isDated: boolean;
  readonly firstPosition: Position;
  readonly claimants: readonly string[] | null;
  readonly content: ReportContent;
}

/**
 * Whether a report tells something else at one point than at another, or only at one of them: another content, or other dates, tell
 * something else; another certainty does not, nor a version that says the same, whatever the order in which it does.
 */
export function tellsOtherwise(before: VisibleReport | undefined, after: VisibleReport | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after;
  if (toldOf(before) !== toldOf(after)) return true;
  return before.content !== after.content && !sameContent(before.content, after.content);
}

/** What is told beside the content. */
function toldOf({ claimants, occurred, published, occurredAsWritten }: VisibleReport): string {
  return JSON.stringify([claimants, occurred, published, occurredAsWritten]);
}
