/** By what a stream loses events, or that it has lost some. */
export type HistoryFaultCode = 'max-count-set' | 'max-age-set' | 'truncate-before-set' | 'stream-deleted' | 'events-missing';

/** What is amiss with the history of a stream of ours: a log that is to answer for any past date must lose none. */
export interface HistoryFault {
  readonly code: HistoryFaultCode;
  /** Its name. */
  readonly stream: string;
  /** In words, with what to do about it. */
  readonly detail: string;
}

/** A stream is set to lose events, or has lost some: what is left of it is no base to decide on, nor to append to. */
export class HistoryErased extends Error {
  constructor(readonly fault: HistoryFault) {
    super(fault.detail);
  }
}
