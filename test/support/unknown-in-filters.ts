import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { Position } from '../../src/vocabulary/position.js';
import { entriesAt } from '../oracle/registry.js';
import type { InUrl } from './lists-asked.js';

const KINDS = ['party', 'person', 'issue', 'proposition', 'plan', 'meeting', 'source'] as const;

/** The parameters of a question that filter by ids of which the log up to R holds no entry, one for each id; none where there is no negotiation. */
export function unknownIn(log: readonly Recorded[], negotiation: string, recordedBy: Position, asked: InUrl): string[] {
  if (!entriesAt(log, negotiation, 'negotiation', recordedBy).has(negotiation)) return [];
  return KINDS.flatMap((kind) => {
    const known = entriesAt(log, negotiation, kind, recordedBy);
    return [...new Set([asked[kind] ?? []].flat())].filter((id) => !known.has(id)).map(() => kind);
  });
}
