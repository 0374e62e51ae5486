import type { StreamLimits } from './live-streams.js';
import type { RequestLimits } from './request-limits.js';

/** How much is served at once, and to one. */
export interface EdgeLimits {
  readonly requests: RequestLimits;
  readonly streams: StreamLimits;
  readonly connections: number;
}
