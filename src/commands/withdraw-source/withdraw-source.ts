import { sourceStream } from '../../event-store/stream-names.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { SourceWithdrawn } from '../../vocabulary/events/report-corrections.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { sameContent } from '../../vocabulary/same-content.js';
import type { Decider, Request } from '../writing/decider.js';
import { type Precondition, requireRevision } from '../writing/precondition.js';
import { evolveSource, type SourceState } from '../writing/source-state.js';

export interface WithdrawSourceRequest extends Request {
  readonly withdrawal: SourceWithdrawn;
  readonly precondition: Precondition;
}

/** Removes every report of a source, those recorded later too. */
export const withdrawSource: Decider<WithdrawSourceRequest, SourceState> = {
  stream: ({ negotiation, id }) => sourceStream(negotiation, id),
  subjects: ({ negotiation, id }) => [
    { kind: 'negotiation', id: negotiation },
    { kind: 'source', id },
  ],
  references: () => [],
  evolve: evolveSource,
  decide,
};

/** @throws Refusal `source-withdrawn`, `revision-required`, `stale-revision` */
export function decide({ id, withdrawal, precondition }: WithdrawSourceRequest, state: SourceState | undefined): LogEvent[] {
  if (state === undefined) throw new Refusal('not-found', `There is no source "${id}".`);
  if (state.withdrawal !== null) {
    if (sameContent(state.withdrawal, withdrawal)) return [];
    throw new Refusal('source-withdrawn', `The source "${id}" is withdrawn already, which is final.`);
  }
  requireRevision(precondition, state.last.revision);
  return [withdrawal];
}
