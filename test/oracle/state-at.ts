import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type {
  IssueEntry,
  MeetingEntry,
  NegotiationEntry,
  PersonEntry,
  PlanEntry,
  PropositionEntry,
} from '../../src/vocabulary/events/registry-entries.js';
import { entriesAt, type EntryVersion, versionsBy } from './registry.js';
import { type VisibleReport, visibleReports } from './visible-reports.js';

/** What every question starts from: the registry at R and the reports visible at (D, K, R). */
export interface StateAt {
  readonly at: At;
  readonly entry: NegotiationEntry | undefined;
  readonly issues: ReadonlyMap<string, IssueEntry>;
  readonly propositions: ReadonlyMap<string, PropositionEntry>;
  readonly plans: ReadonlyMap<string, PlanEntry>;
  readonly meetings: ReadonlyMap<string, MeetingEntry>;
  /** All that was registered of each by R. */
  readonly persons: ReadonlyMap<string, readonly EntryVersion<PersonEntry>[]>;
  readonly reports: readonly VisibleReport[];
}

export function stateAt(log: readonly Recorded[], negotiation: string, at: At): StateAt {
  return {
    at,
    entry: entriesAt(log, negotiation, 'negotiation', at.recordedBy).get(negotiation),
    issues: entriesAt(log, negotiation, 'issue', at.recordedBy),
    propositions: entriesAt(log, negotiation, 'proposition', at.recordedBy),
    plans: entriesAt(log, negotiation, 'plan', at.recordedBy),
    meetings: entriesAt(log, negotiation, 'meeting', at.recordedBy),
    persons: versionsBy(log, negotiation, 'person', at.recordedBy),
    reports: visibleReports(log, negotiation, at),
  };
}
