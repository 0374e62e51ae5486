import { isRegistryEvent, type Recorded } from '../../vocabulary/events/log-event.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import { STILL } from '../columns.js';
import type { Lookups } from '../lookups.js';
import { insert, type RowChange, update } from '../row-change.js';

/** Tables `entry`, every version of every entry of the registry, and `issue_proposition`, which propositions an issue has. */
export function projectEntries(recorded: Recorded, lookups: Lookups): RowChange[] {
  const { event, position, metadata } = recorded;
  if (!isRegistryEvent(event)) return [];
  const entry = insert('entry', {
    negotiation: event.negotiation,
    kind: KIND_OF_REGISTRY_EVENT[event.type],
    id: event.id,
    position,
    recorded_at: metadata.recordedAt,
    posted_by: metadata.postedBy,
    body: JSON.stringify(event.entry),
  });
  return [entry, ...propositions(recorded, lookups)];
}

function propositions({ event, position }: Recorded, lookups: Lookups): RowChange[] {
  if (event.type !== 'PropositionDefined' && event.type !== 'PropositionChanged') return [];
  const { negotiation, id, entry } = event;
  const before = event.type === 'PropositionChanged' ? lookups.issueOf(negotiation, id, position - 1n) : undefined;
  if (before === entry.issue) return [];
  const proposition = lookups.name(negotiation, 'proposition', id);
  const rowOf = (issue: string) => ({ issue: lookups.name(negotiation, 'issue', issue), proposition });
  return [
    ...(before === undefined ? [] : [update('issue_proposition', { r_to: position }, { ...rowOf(before), r_to: STILL })]),
    insert('issue_proposition', { ...rowOf(entry.issue), r_from: position, r_to: STILL }),
  ];
}
