import { sourceStream } from '../../event-store/stream-names.js';
import type { SourceRemoval } from '../../vocabulary/events/report-corrections.js';
import type { Decider } from '../writing/decider.js';
import { decideRemoval, type RemovalRequest } from './removal.js';
import { evolveSource, type SourceState } from '../writing/source-state.js';

/** Withdraws a source, every report whose content names it, those recorded later too; or readmits it. */
export const removeSource: Decider<RemovalRequest<SourceRemoval>, SourceState> = {
  stream: ({ negotiation, id }) => sourceStream(negotiation, id),
  subjects: ({ negotiation, id }) => [
    { kind: 'negotiation', id: negotiation },
    { kind: 'source', id },
  ],
  references: () => [],
  evolve: evolveSource,
  decide: decideRemoval,
};
