import type { StreamName } from './event-store.js';

/** The registry of a negotiation, its sources left out. */
export const negotiationStream = (negotiation: string): StreamName => `negotiation-${negotiation}`;

/** A source and its withdrawal. Negotiation ids hold no dot, so the first dot ends them. */
export const sourceStream = (negotiation: string, source: string): StreamName => `source-${negotiation}.${source}`;

/** A report, its corrections, its retraction and the links from it. */
export const reportStream = (negotiation: string, report: string): StreamName => `report-${negotiation}.${report}`;

/** How the names of our streams start: everything else in a shared log is not ours. */
export const STREAM_PREFIXES = ['negotiation-', 'source-', 'report-'] as const;
