import type { At, Certainty } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type ReportedBlocker, blockersOfNegotiation } from './fold-blockers.js';
import { strongestFirst } from './order.js';
import { stateAt } from './state-at.js';

export interface NegotiationState {
  readonly title: string;
  readonly principals: readonly string[];
  /** The visible ones. */
  readonly reports: number;
  readonly blockers: readonly ReportedBlocker[];
  readonly latestReport: { readonly report: string; readonly certainty: Certainty } | null;
}

/** A negotiation as a whole; null where it is not registered by R. */
export function foldNegotiation(log: readonly Recorded[], negotiation: string, at: At): NegotiationState | null {
  const state = stateAt(log, negotiation, at);
  if (state.entry === undefined) return null;
  const { title, principals } = state.entry;
  const [latest] = strongestFirst(state.reports);
  return {
    title,
    principals: [...principals],
    reports: state.reports.length,
    blockers: blockersOfNegotiation(state),
    latestReport: latest ? { report: latest.id, certainty: latest.certainty } : null,
  };
}
