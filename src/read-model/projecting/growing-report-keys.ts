import { findReport, reportKey } from '../tables/report-keys.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { insertInto } from '../tables/row-sql.js';
import { RememberedById } from './remembered-by-id.js';

const KEPT = 100_000;

const INSERT = insertInto('report_key', 'IGNORE');

interface Waiting {
  readonly negotiation: string;
  readonly id: string;
  readonly key: number;
  readonly report: number;
}

/** Reports by their ids; new ones wait for the next flush. */
export class GrowingReportKeys {
  /** Of what is in the file: few reports are asked for again. */
  private readonly known = new RememberedById<number>(KEPT);
  private readonly waiting: Waiting[] = [];
  /** The first one of each key: two of one key are all but impossible. */
  private readonly byKey = new Map<number, Waiting>();
  /** How many of those that wait were given before the event that is applied. */
  private kept = 0;

  /** @param isCalled whether a report has an id in a negotiation */
  constructor(
    private readonly file: ReadModelFile,
    private readonly isCalled: (report: number, negotiation: string, id: string) => boolean,
  ) {}

  add(negotiation: string, id: string, report: number): void {
    const waiting = { negotiation, id, key: reportKey(negotiation, id), report };
    this.waiting.push(waiting);
    if (!this.byKey.has(waiting.key)) this.byKey.set(waiting.key, waiting);
  }

  /** The event that first recorded a report; undefined where it is not in the log, or parked. */
  find(negotiation: string, id: string): number | undefined {
    const known = this.known.get(negotiation, id);
    if (known !== undefined) return known;
    const isIt = (one: Waiting): boolean => one.id === id && one.negotiation === negotiation;
    const first = this.byKey.get(reportKey(negotiation, id));
    const waiting = first === undefined || isIt(first) ? first : this.waiting.find(isIt);
    if (waiting !== undefined) return waiting.report;
    const report = findReport(this.file, negotiation, id, (one) => this.isCalled(one, negotiation, id));
    if (report !== undefined) this.known.set(negotiation, id, report);
    return report;
  }

  keep(): void {
    this.kept = this.waiting.length;
  }

  takeBack(): void {
    for (const waiting of this.waiting.splice(this.kept)) {
      if (this.byKey.get(waiting.key) === waiting) this.byKey.delete(waiting.key);
    }
  }

  flush(): void {
    // In the order of the keys, so that each page of the file is touched once.
    for (const { key: first, report } of this.waiting.sort((a, b) => a.key - b.key)) {
      let key = first;
      while (this.file.run(INSERT, key, report) === 0) key += 1;
    }
    this.forgetWaiting();
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.forgetWaiting();
    this.known.clear();
  }

  private forgetWaiting(): void {
    this.waiting.length = 0;
    this.byKey.clear();
    this.kept = 0;
  }
}
