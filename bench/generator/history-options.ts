/** Which history is made. The same options give the same history. */
export interface HistoryOptions {
  readonly seed: number;
  /** How many reports; sources, corrections and the registry come on top. */
  readonly reports: number;
  /** The share of reports that come long after what they tell of, or are recorded long after they came out: 0 to 1. */
  readonly late: number;
}

export const NEGOTIATION = 'long-negotiation';
