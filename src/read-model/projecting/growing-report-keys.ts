import { findReport, reportKey } from '../tables/report-keys.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { recent } from '../tables/recent.js';

const KEPT = 100_000;

/** Reports by their ids; new ones wait for the next flush. */
export class GrowingReportKeys {
  private readonly known = recent<string, number>(KEPT);
  private readonly waiting = new Map<string, readonly [key: number, report: number]>();
  private fresh: string[] = [];

  /** @param isCalled whether a report has an id in a negotiation */
  constructor(
    private readonly file: ReadModelFile,
    private readonly isCalled: (report: number, negotiation: string, id: string) => boolean,
  ) {}

  add(negotiation: string, id: string, report: number): void {
    const name = `${negotiation} ${id}`;
    this.waiting.set(name, [reportKey(negotiation, id), report]);
    this.known.set(name, report);
    this.fresh.push(name);
  }

  /** The event that first recorded a report; undefined where it is not in the log, or parked. */
  find(negotiation: string, id: string): number | undefined {
    const name = `${negotiation} ${id}`;
    const known = this.known.get(name) ?? this.waiting.get(name)?.[1];
    return known ?? findReport(this.file, negotiation, id, (report) => this.isCalled(report, negotiation, id));
  }

  keep(): void {
    this.fresh.length = 0;
  }

  takeBack(): void {
    for (const name of this.fresh) {
      this.waiting.delete(name);
      this.known.delete(name);
    }
    this.keep();
  }

  flush(): void {
    // In the order of the keys, so that each page of the file is touched once.
    const rows = [...this.waiting.values()].sort(([a], [b]) => a - b);
    for (const [first, report] of rows) {
      let key = first;
      while (this.file.get('SELECT 1 FROM report_key WHERE key = ?', key) !== undefined) key += 1;
      this.file.run('INSERT INTO report_key (key, report) VALUES (?, ?)', key, report);
    }
    this.waiting.clear();
    this.keep();
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.waiting.clear();
    this.known.clear();
    this.keep();
  }
}
