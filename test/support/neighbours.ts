import type { LogEvent, Recorded } from '../../src/vocabulary/events/log-event.js';

/** Room for a neighbour before each event. */
export function withRoom(log: readonly Recorded[]): Recorded[] {
  return log.map((recorded) => ({ ...recorded, position: 2n * recorded.position }));
}

/**
 * A log with what is told of another negotiation in its gaps: the same story with the same ids, of which other principals decide, and sooner
 * stale. Nothing of it may show in an answer about ours. It comes before ours by its id, or behind it, as the length of the log has it; a log
 * without a gap before each event stays as it is.
 */
export function amongNeighbours(log: readonly Recorded[]): readonly Recorded[] {
  const hasRoom = log.every(({ position }, i) => position - 1n > (log[i - 1]?.position ?? 0n));
  if (!hasRoom) return log;
  const name = log.length % 2 === 0 ? 'a-neighbour' : 'z-neighbour';
  return log.flatMap((recorded) => [{ ...recorded, position: recorded.position - 1n, event: neighbour(recorded.event, name) }, recorded]);
}

function neighbour(event: LogEvent, negotiation: string): LogEvent {
  if (event.type === 'ReportCorrected') return { ...event, negotiation, report: { ...event.report, negotiation } };
  if (event.type !== 'NegotiationOpened' && event.type !== 'NegotiationChanged') return { ...event, negotiation };
  const { entry } = event;
  return {
    ...event,
    negotiation,
    id: negotiation,
    entry: { ...entry, principals: entry.principals.length === 0 ? ['alba'] : [], staleAfterDays: 1 },
  };
}
