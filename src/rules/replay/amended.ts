import type { At } from '../../vocabulary/axes.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';
import { REMOVALS } from '../../vocabulary/events/report-corrections.js';
import { isVisible, uncertainAxes } from '../visibility.js';

/** What makes a report that was told before count otherwise. */
export type AmendedBy = 'correction' | (typeof REMOVALS)[keyof typeof REMOVALS] | 'source-change';

/** What counts of a report at a point, visible or not. Design 4, "In force". */
export interface Standing {
  readonly at: At;
  /** 0 for the original, n for the n-th correction: the first that says what the one in force says. */
  readonly version: number;
  readonly isRetracted: boolean;
  /** The source that the version in force names. */
  readonly source: string;
  readonly isWithdrawn: boolean;
  /** Of the source, as written: EDTF. */
  readonly publishedAsWritten: string;
  readonly occurred: DayWindow;
  readonly published: DayWindow;
}

/**
 * What makes a report count otherwise at one point than at another; undefined where nothing does: it is told for the first time, or
 * only time passed. Design 4, "In force"; api.md, "changes and replay".
 */
export function amendedBetween(before: Standing | undefined, after: Standing | undefined): AmendedBy | undefined {
  if (before === undefined || after === undefined) return undefined;
  if (before.isRetracted !== after.isRetracted) return after.isRetracted ? REMOVALS.ReportRetracted : REMOVALS.ReportReinstated;
  if (before.source === after.source && before.isWithdrawn !== after.isWithdrawn) {
    return after.isWithdrawn ? REMOVALS.SourceWithdrawn : REMOVALS.SourceReadmitted;
  }
  if (before.version !== after.version) return isToldFirst(before, after.at) ? undefined : 'correction';
  return before.publishedAsWritten === after.publishedAsWritten ? undefined : 'source-change';
}

/** Whether what counted before would be told now for the first time, had nothing amended it. */
function isToldFirst(before: Standing, later: At): boolean {
  return !isSeen(before, before.at) && isSeen(before, later);
}

function isSeen({ isRetracted, isWithdrawn, occurred, published }: Standing, at: At): boolean {
  if (isRetracted || isWithdrawn || !isVisible(occurred, published, at)) return false;
  return at.certainty === 'any' || uncertainAxes(occurred, published, at).length === 0;
}
