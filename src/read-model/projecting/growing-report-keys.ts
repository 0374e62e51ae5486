import { findReport, reportKey } from '../tables/report-keys.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { insertInto, select, whereKey } from '../tables/row-sql.js';
import { RememberedByTwo } from './remembered-by-two.js';

const KEPT = 100_000;
const FIRST = 1_024;

/** So many wait at most while a file is built: the keys lie anywhere in the table, so that each flush writes nearly all of it anew. */
const MOST_WAITING = 131_072;

/** So many are written at a time. */
const TOGETHER = 64;

const INSERT = insertInto('report_key', 'IGNORE');
const INSERT_ALL = `${INSERT}${', (?, ?)'.repeat(TOGETHER - 1)}`;
const REPORT_OF = select('report_key', ['report'], whereKey('report_key'));

/** Reports by their ids; new ones wait for the next flush. */
export class GrowingReportKeys {
  /** Of what is in the file: few reports are asked for again. */
  private readonly known = new RememberedByTwo<string, string, number>(KEPT);
  /** Keys and reports that wait, in the order in which they came. */
  private keys = new Float64Array(FIRST);
  private reports = new Int32Array(FIRST);
  private waiting = 0;
  /** The places of keys that wait, plus 1, each in the slot of its last bits or in one of those behind it; 0 where a slot is free. */
  private slots = new Int32Array(2 * FIRST);
  /** How many of those that wait were given before the event that is applied. */
  private kept = 0;

  /** @param isCalled whether a report has an id in a negotiation */
  constructor(
    private readonly file: ReadModelFile,
    private readonly isCalled: (report: number, negotiation: string, id: string) => boolean,
  ) {}

  /** @param key of its negotiation and id, see `reportKey` */
  add(key: number, report: number): void {
    if (this.waiting === this.keys.length) this.makeRoomFor(2 * this.waiting);
    this.keys[this.waiting] = key;
    this.reports[this.waiting] = report;
    this.waiting += 1;
    this.fill(key, this.waiting);
  }

  /** The event that first recorded a report; undefined where it is not in the log, or parked. */
  find(negotiation: string, id: string): number | undefined {
    const known = this.known.get(negotiation, id);
    if (known !== undefined) return known;
    const isIt = (report: number): boolean => this.isCalled(report, negotiation, id);
    const waiting = this.waitingAt(reportKey(negotiation, id)).find(isIt);
    if (waiting !== undefined) return waiting;
    const report = findReport(this.file, negotiation, id, isIt);
    if (report !== undefined) this.known.set(negotiation, id, report);
    return report;
  }

  keep(): void {
    this.kept = this.waiting;
  }

  takeBack(): void {
    if (this.waiting === this.kept) return;
    this.waiting = this.kept;
    this.fillAll();
  }

  /** @param isInBetween more is to be flushed before anybody reads the file */
  flush(isInBetween: boolean): void {
    if (isInBetween && this.waiting < MOST_WAITING) return;
    // In the order of the keys, so that each page of the file is touched once.
    const keys = this.keys.slice(0, this.waiting).sort();
    for (let at = 0; at < keys.length; at += TOGETHER) this.insertAll(keys.subarray(at, at + TOGETHER), keys[at - 1]);
    this.forgetWaiting();
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    this.forgetWaiting();
    this.known.clear();
  }

  /** @param before the key before them, whose reports are written */
  private insertAll(keys: Float64Array, before: number | undefined): void {
    const values: number[] = [];
    for (const [i, key] of keys.entries()) {
      if (key === (i === 0 ? before : keys[i - 1])) continue;
      for (const report of this.waitingAt(key)) values.push(key, report);
    }
    if (values.length === 2 * TOGETHER && this.file.run(INSERT_ALL, ...values) === TOGETHER) return;
    // Of two that have one key only one is written so.
    for (let i = 0; i < values.length; i += 2) this.insert(values[i] as number, values[i + 1] as number);
  }

  private insert(first: number, report: number): void {
    let key = first;
    while (this.file.run(INSERT, key, report) === 0) {
      if (this.file.get(REPORT_OF, key)?.report === report) return;
      key += 1;
    }
  }

  /** The reports of a key that wait, in the order in which they came: two of one key are all but impossible. */
  private waitingAt(key: number): number[] {
    const reports: number[] = [];
    for (let slot = this.slotOf(key); this.slots[slot] !== 0; slot = this.slotBehind(slot)) {
      const place = (this.slots[slot] as number) - 1;
      if (this.keys[place] === key) reports.push(this.reports[place] as number);
    }
    return reports;
  }

  private slotOf(key: number): number {
    return key % this.slots.length;
  }

  private slotBehind(slot: number): number {
    return slot + 1 === this.slots.length ? 0 : slot + 1;
  }

  /** @param behind the place of the key, plus 1 */
  private fill(key: number, behind: number): void {
    let slot = this.slotOf(key);
    while (this.slots[slot] !== 0) slot = this.slotBehind(slot);
    this.slots[slot] = behind;
  }

  private fillAll(): void {
    this.slots.fill(0);
    for (let place = 0; place < this.waiting; place += 1) this.fill(this.keys[place] as number, place + 1);
  }

  private makeRoomFor(most: number): void {
    const [keys, reports] = [new Float64Array(most), new Int32Array(most)];
    keys.set(this.keys.subarray(0, this.waiting));
    reports.set(this.reports.subarray(0, this.waiting));
    [this.keys, this.reports] = [keys, reports];
    this.slots = new Int32Array(2 * most);
    this.fillAll();
  }

  private forgetWaiting(): void {
    this.waiting = 0;
    this.kept = 0;
    if (this.keys.length === FIRST) this.slots.fill(0);
    else this.makeRoomFor(FIRST);
  }
}
