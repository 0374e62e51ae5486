import type { At, Certainty } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type ReportedBlocker, blockersOfNegotiation } from './fold-blockers.js';
import { strongestFirst } from './order.js';
import { entriesAt } from './registry.js';
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

/** A negotiation in the list of all. */
export interface NegotiationItem {
  readonly id: string;
  readonly title: string;
  readonly principals: readonly string[];
  /** How many entries of each kind are registered by R. */
  readonly counts: Readonly<Record<string, number>>;
}

const COUNTED = {
  issues: 'issue',
  propositions: 'proposition',
  parties: 'party',
  persons: 'person',
  plans: 'plan',
  meetings: 'meeting',
  sources: 'source',
} as const;

/** Those of some negotiations that are registered by R, by id. */
export function foldNegotiations(log: readonly Recorded[], negotiations: readonly string[], { recordedBy }: At): NegotiationItem[] {
  return negotiations.toSorted().flatMap((id) => {
    const entry = entriesAt(log, id, 'negotiation', recordedBy).get(id);
    if (entry === undefined) return [];
    const counts = Object.entries(COUNTED).map(([plural, kind]) => [plural, entriesAt(log, id, kind, recordedBy).size] as const);
    return [{ id, title: entry.title, principals: entry.principals, counts: Object.fromEntries(counts) }];
  });
}
