import { type Day, formatDay } from '../../src/vocabulary/day.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Reason, ReportCorrected, ReportRetracted, SourceWithdrawn } from '../../src/vocabulary/events/report-corrections.js';
import type { ReportedDate } from '../../src/vocabulary/reported-date.js';
import { NEGOTIATION } from './history-options.js';
import type { Article } from './newsroom.js';
import type { Positions } from './positions.js';
import type { Random } from './random.js';
import { dateOf, written } from './reported-dates.js';
import { sentence } from './sentences.js';

export type Amendment = ReportCorrected | ReportRetracted | SourceWithdrawn;

const CORRECTED = 0.01;
const RETRACTED = 0.003;
const WITHDRAWN = 0.0005;
/** Even a short history has about as many. */
const LEAST_WITHDRAWALS = 2;
const REPORTS_PER_SOURCE = 7.5;
const LONGEST_DELAY = 400;

interface Pending {
  readonly dueAt: number;
  readonly make: (today: Day) => Amendment;
}

/** What is taken back or set right, some reports later; of one report no more than one. */
export class Amendments {
  private pending: Pending[] = [];
  private readonly withdrawn: number;
  private readonly longestDelay: number;

  constructor(
    reports: number,
    private readonly positions: Positions,
    private readonly random: Random,
  ) {
    this.withdrawn = Math.max(WITHDRAWN, LEAST_WITHDRAWALS / (reports / REPORTS_PER_SOURCE));
    this.longestDelay = Math.max(1, Math.min(LONGEST_DELAY, Math.floor(reports / 10)));
  }

  /** @param index of the report, from 0 */
  afterReport(report: ReportContent, index: number): void {
    const lot = this.random.next();
    if (lot < CORRECTED) this.later(index, (today) => this.correctionOf(report, today));
    else if (lot < CORRECTED + RETRACTED) this.later(index, (today) => ({ type: 'ReportRetracted', ...this.takenBack(report.id, today) }));
  }

  afterArticle({ id }: Article, index: number): void {
    if (this.random.chance(this.withdrawn)) this.later(index, (today) => ({ type: 'SourceWithdrawn', ...this.takenBack(id, today) }));
  }

  /** What is due by now. @param index of the report, from 0; Infinity at the end */
  *due(index: number, today: Day): Generator<Amendment> {
    if (this.pending.length === 0) return;
    const due = this.pending.filter(({ dueAt }) => dueAt <= index);
    if (due.length === 0) return;
    this.pending = this.pending.filter(({ dueAt }) => dueAt > index);
    for (const { make } of due) yield make(today);
  }

  private later(index: number, make: Pending['make']): void {
    this.pending.push({ dueAt: index + this.random.between(1, this.longestDelay), make });
  }

  private correctionOf(report: ReportContent, today: Day): ReportCorrected {
    const { reason, published } = this.why(today);
    return {
      type: 'ReportCorrected',
      negotiation: NEGOTIATION,
      id: report.id,
      reason,
      published,
      note: sentence(1, this.random),
      report: this.setRight(report),
    };
  }

  private takenBack(id: string, today: Day): Omit<ReportRetracted, 'type'> {
    return { negotiation: NEGOTIATION, id, ...this.why(today), note: sentence(1, this.random) };
  }

  /** An erratum says when it came out; that we misread something is nobody's news. */
  private why(today: Day): { reason: Reason; published: ReportedDate | null } {
    if (this.random.chance(0.5)) return { reason: 'coding', published: null };
    const published = this.random.chance(0.8) ? dateOf(today) : written(`${formatDay(today - 2)}/${formatDay(today)}`);
    return { reason: 'source', published };
  }

  private setRight(report: ReportContent): ReportContent {
    const summary = sentence(4, this.random);
    if (report.type !== 'PositionStated') return { ...report, summary };
    const { party, proposition } = report.data;
    if (proposition === null || this.random.chance(0.3)) return { ...report, summary, occurred: null };
    return { ...report, summary, data: { ...report.data, modality: this.positions.misread({ party, proposition }) } };
  }
}
