import type { ReportsBeside } from '../../src/ports/reports-beside.js';
import { windowOf } from '../../src/vocabulary/edtf-window.js';

/** A read model that cannot tell what stands beside a report. */
export const NOTHING_BESIDE: ReportsBeside = {
  of: async () => undefined,
  isOwnWord: () => false,
  daysOf: ({ published }) => windowOf(published),
};
