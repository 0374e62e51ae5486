import { LIST_KINDS, GROUP_SHIFT, HALF, type ListKind, type ListOwner, LOG, ownerOf, IN_FORCE, SPAN_SHIFT } from '../tables/list-kinds.js';
import type { Body } from '../tables/bodies.js';
import { lineOf, placeInGroup } from '../tables/groups.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { STILL } from '../tables/columns.js';
import { GrowingDays } from './growing-days.js';
import { GrowingLists } from './growing-lists.js';
import { GrowingNames } from './growing-names.js';
import { GrowingPairs } from './growing-pairs.js';
import { GrowingReportKeys } from './growing-report-keys.js';
import { GrowingSummaries } from './growing-summaries.js';
import { WaitingRows } from './waiting-rows.js';

/** A content that counts for a range of K, with its windows; days are columns. */
export interface Standing {
  readonly kFrom: number;
  readonly kTo: number;
  readonly pLo: number;
  readonly pHi: number;
  readonly oLo: number;
  readonly oHi: number;
  /** The number of the text of its date, below zero where it is the source's. */
  readonly written: number;
}

/** The same, from an event on. */
export interface OpenStanding extends Standing {
  readonly content: number;
  readonly rFrom: number;
}

/** The same, up to an event. */
export interface KeptStanding extends OpenStanding {
  rTo: number;
}

/** One of the things that grow together. */
interface Part {
  keep(): void;
  takeBack(): void;
  flush(isInBetween: boolean): void;
  drop(): void;
}

/**
 * All that a batch of events adds to a file. Nothing is written before `flush`; what the last event added can be taken back.
 */
export class GrowingModel {
  readonly lists: GrowingLists;
  readonly names: GrowingNames;
  readonly pairs: GrowingPairs;
  readonly days: GrowingDays;
  readonly reports: GrowingReportKeys;
  readonly rows: WaitingRows;
  private readonly summaries: GrowingSummaries;
  private readonly parts: readonly Part[];

  constructor(readonly file: ReadModelFile) {
    this.lists = new GrowingLists(file);
    this.summaries = new GrowingSummaries(this.lists);
    this.names = new GrowingNames(file);
    this.pairs = new GrowingPairs(file);
    this.days = new GrowingDays(file);
    this.reports = new GrowingReportKeys(file, (report, negotiation, id) => this.isCalled(report, negotiation, id));
    this.rows = new WaitingRows(file);
    this.lists.expectNew(this.newLists(file.state.events));
    this.parts = [this.names, this.pairs, this.days, this.reports, this.rows, this.lists];
  }

  /** What was added so far stays. */
  keep(): void {
    for (const part of this.parts) part.keep();
  }

  /** Takes back what was added since the last `keep`. */
  takeBack(): void {
    for (const part of this.parts) part.takeBack();
  }

  /**
   * Writes what waits; to be called in a transaction.
   * @param last the number of the last event
   * @param isInBetween more is to be flushed before anybody reads the file: what is dear to write may wait
   */
  flush(last: number, isInBetween = false): void {
    this.summaries.flush(last);
    for (const part of this.parts) part.flush(isInBetween);
    this.lists.expectNew(this.newLists(last));
  }

  /** Forgets what waits, and what was known of the file. */
  drop(): void {
    for (const part of this.parts) part.drop();
    this.lists.expectNew(this.newLists(this.file.state.events));
  }

  /** The id of what an event is about. */
  subjectOf(event: number): string {
    return lineOf(this.lists.bytes(LIST_KINDS.subjects, event >> GROUP_SHIFT), placeInGroup(event));
  }

  /** What an event says, as it is stored. */
  bodyOf(event: number): Body {
    return this.file.bodies.at(this.ofLog(event, LOG.position));
  }

  /** Milliseconds since 1970. */
  instantOf(event: number): number {
    return this.ofLog(event, LOG.at);
  }

  /** All rows that a content ever had; those that hold at the head end never. */
  standingsOf(content: number): KeptStanding[] {
    const numbers = this.lists.numbers(LIST_KINDS.inForce, content >> GROUP_SHIFT);
    const found: KeptStanding[] = [];
    for (let at = 0; at < numbers.length; at += IN_FORCE.width) {
      if (numbers[at] !== content) continue;
      const of = (column: number): number => numbers[at + column] as number;
      const [rFrom, rTo, kFrom] = [of(IN_FORCE.rFrom), of(IN_FORCE.rTo), of(IN_FORCE.kFrom)];
      const ended = rTo === STILL ? undefined : found.find((one) => one.rFrom === rFrom && one.kFrom === kFrom);
      if (ended) ended.rTo = rTo;
      else {
        const windows = { pLo: of(IN_FORCE.pLo), pHi: of(IN_FORCE.pHi), oLo: of(IN_FORCE.oLo), oHi: of(IN_FORCE.oHi) };
        found.push({ content, rFrom, rTo, kFrom, kTo: of(IN_FORCE.kTo), ...windows, written: of(IN_FORCE.written) });
      }
    }
    return found;
  }

  /** Tells of lists that are of something which is not in the file yet. @param events how many are in it */
  private newLists(events: number): (kind: ListKind, list: number) => boolean {
    const lastWritten: Readonly<Record<ListOwner, number>> = {
      group: events >> GROUP_SHIFT,
      span: events >> SPAN_SHIFT,
      pair: this.pairs.lastWritten,
      day: this.days.lastWritten,
      name: this.names.lastWritten,
    };
    return (kind, list) => list > lastWritten[ownerOf(kind)];
  }

  private isCalled(report: number, negotiation: string, id: string): boolean {
    if (this.subjectOf(report) !== id) return false;
    const numbers = this.lists.numbers(LIST_KINDS.log, report >> GROUP_SHIFT);
    const name = numbers[placeInGroup(report) * LOG.width + LOG.negotiation];
    return name === this.names.peek('negotiation', '', negotiation)?.number;
  }

  private ofLog(event: number, column: number): number {
    const numbers = this.lists.numbers(LIST_KINDS.log, event >> GROUP_SHIFT);
    const at = placeInGroup(event) * LOG.width + column;
    return (numbers[at] as number) + (numbers[at + 1] as number) * HALF;
  }
}
