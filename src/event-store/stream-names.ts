import type { StreamName } from './event-store.js';

/** The registry of a negotiation, its sources left out. */
export const negotiationStream = (negotiation: string): StreamName => `negotiation-${negotiation}`;

/** A source and its withdrawal. Negotiation ids hold no dot, so the first dot ends them. */
export const sourceStream = (negotiation: string, source: string): StreamName => `source-${negotiation}.${source}`;

/** A report, its corrections, its retraction and the links from it. */
export const reportStream = (negotiation: string, report: string): StreamName => `report-${negotiation}.${report}`;

/**
 * How our streams are called; a server that filters by it reads it too. Other programs may use names that only begin so, or even the same:
 * whose an event is, its type and its metadata tell.
 */
export const STREAM_NAMES = '^(negotiation-[a-z0-9][a-z0-9-]*|(source|report)-[a-z0-9][a-z0-9-]*\\.[a-z0-9][a-z0-9.-]*)$';

const OF_OURS = new RegExp(STREAM_NAMES);

/** Whether a stream is called as ours are; it may still be that of another program. */
export function isNamedLikeOurs(stream: StreamName): boolean {
  return OF_OURS.test(stream);
}

/** The stream of the registry that a stream of ours belongs to: itself, or that which its name says before the dot. */
export function streamOfItsNegotiation(stream: StreamName): StreamName {
  const [head = ''] = stream.split('.', 1);
  return negotiationStream(head.slice(head.indexOf('-') + 1));
}
