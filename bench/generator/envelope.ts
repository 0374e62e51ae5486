import { windowOf } from '../../src/vocabulary/edtf-window.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Claim } from '../../src/vocabulary/events/report.js';
import type { ReportedDate } from '../../src/vocabulary/reported-date.js';
import { NEGOTIATION } from './history-options.js';
import type { Article } from './newsroom.js';
import type { Random } from './random.js';
import { sentence } from './sentences.js';

/** The source itself reports. */
export const STATED: Claim = { by: [], via: [], form: 'stated' };

/** What a report tells, without where it was read. */
export type Telling = {
  [T in ReportContent['type']]: {
    readonly type: T;
    readonly data: Extract<ReportContent, { type: T }>['data'];
    readonly occurred: ReportedDate | null;
    readonly claim?: Claim;
    readonly issues?: string[];
    readonly meeting?: string;
  };
}[ReportContent['type']];

/** A whole report: of about a kilobyte, as people write them. */
export function reportOf(id: string, told: Telling, article: Article, random: Random): ReportContent {
  const { type, claim = STATED, issues = [], meeting = null, data } = told;
  // What an article tells that came out long ago had happened by then.
  const occurred = told.occurred && windowOf(told.occurred.edtf).lo <= article.published ? told.occurred : null;
  return {
    type,
    negotiation: NEGOTIATION,
    occurred,
    source: { id: article.id, locator: `line ${String(random.between(1, 90))}`, quote: random.chance(0.7) ? sentence(2, random) : null },
    claim,
    issues,
    meeting,
    summary: sentence(4, random),
    data,
    id,
  } as ReportContent;
}
