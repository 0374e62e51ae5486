import type { ReportContent } from '../vocabulary/events/report-content.js';

/** The content of a report, in the form in which it is posted. */
export type StoredContent = Omit<ReportContent, 'negotiation'>;

/** A report as it was last recorded, retracted or not. */
export interface StoredReport {
  readonly content: StoredContent;
  /** What a correction has to name. */
  readonly revision: bigint;
}

/** Reports as commands find them: the revision to write on is never an old one. */
export abstract class StoredReports {
  /** @throws Refusal `not-found`; StoreUnavailable */
  abstract latest(negotiation: string, id: string): Promise<StoredReport>;
}
