import type { At } from '../../vocabulary/axes.js';
import type { Actor } from '../../vocabulary/actor.js';
import { REPORT_CLASSES, type ReportContent } from '../../vocabulary/events/report-content.js';
import type { Position } from '../../vocabulary/position.js';
import { firstWhere } from './halving.js';
import { placeInGroup } from '../tables/groups.js';
import { GROUP_SHIFT, HALF, LIST_KINDS, LOG } from '../tables/list-kinds.js';
import { Names } from '../tables/names.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { findReport } from '../tables/report-keys.js';
import { KeptCallings } from './kept-callings.js';
import { KeptConditions } from './kept-conditions.js';
import { KeptEntries } from './kept-entries.js';
import { KeptIssues } from './kept-issues.js';
import { KeptLists } from './kept-lists.js';
import { KeptDays } from './kept-days.js';
import { KeptLater } from './kept-later.js';
import { KeptTellings } from './kept-tellings.js';
import { KeptPairs } from './kept-pairs.js';
import { type Point, pointAt } from './point.js';
import { CountedContents } from './counted-contents.js';
import { type StoredEvent, StoredEvents } from './stored-events.js';
import { Subjects } from './subjects.js';
import { recent } from '../tables/recent.js';

const KEPT_SPEAKERS = 10_000;
const KEPT_REPORTS = 20_000;

/** One file of the read model as questions read it, with what is kept of it in memory, which is bounded. */
export class Index {
  readonly names: Names;
  readonly lists: KeptLists;
  readonly pairs: KeptPairs;
  readonly counted: CountedContents;
  readonly entries: KeptEntries;
  readonly callings: KeptCallings;
  readonly issues: KeptIssues;
  readonly tellings: KeptTellings;
  readonly conditions: KeptConditions;
  readonly later: KeptLater;
  /** Where what stands of issues is listed. */
  readonly standing: KeptDays;
  private readonly events: StoredEvents;
  private readonly subjects: Subjects;
  /** Up to this event each event has its own number as its position: the log holds nothing else. */
  private plainUpTo = 0;
  private readonly reports = recent<string, number>(KEPT_REPORTS);
  private readonly speakers = recent<number, readonly Actor[]>(KEPT_SPEAKERS);

  constructor(readonly file: ReadModelFile) {
    this.names = new Names(file);
    this.lists = new KeptLists(file);
    this.pairs = new KeptPairs(file);
    this.counted = new CountedContents(file);
    this.subjects = new Subjects(this.lists);
    this.events = new StoredEvents(file.bodies, (event) => this.positionOf(event));
    this.entries = new KeptEntries(this.names, this.lists, this.events);
    this.callings = new KeptCallings(this.entries);
    this.issues = new KeptIssues(this.entries);
    this.later = new KeptLater(file);
    this.standing = new KeptDays(file, LIST_KINDS.standing);
    this.tellings = new KeptTellings((content) => this.content(content));
    this.conditions = new KeptConditions((content) => this.content(content));
  }

  point(at: At): Point {
    return pointAt(at, this.eventAt(at.recordedBy));
  }

  /** The number of the last event up to a position. */
  eventAt(position: Position): number {
    const { events, position: applied } = this.file.state;
    if (position >= applied) return events;
    const wanted = Number(position);
    // Where every position is taken by an event of ours, the first look finds it.
    if (wanted <= events && (wanted === 0 || this.positionOf(wanted) === wanted)) return wanted;
    return firstWhere(1, events + 1, (event) => this.positionOf(event) > wanted) - 1;
  }

  positionOf(event: number): number {
    if (event <= this.plainUpTo) return event;
    const position = this.ofLog(event, LOG.position);
    // Positions grow: where the first one is 1 and this one is its number, none was left out in between.
    if (position === event && this.ofLog(1, LOG.position) === 1) this.plainUpTo = event;
    return position;
  }

  /** The latest instant up to an event, in milliseconds since 1970. */
  instantOf(event: number): number {
    return this.ofLog(event, LOG.at);
  }

  typeOf(event: number): string {
    return this.names.idOf(this.rowOfLog(event, LOG.type));
  }

  /** Whether it recorded a report. */
  isReport(event: number): boolean {
    return Object.hasOwn(REPORT_CLASSES, this.typeOf(event));
  }

  /** The number of the name of its negotiation. */
  negotiationOf(event: number): number {
    return this.rowOfLog(event, LOG.negotiation);
  }

  /** The id of what an event is about. */
  subjectOf(event: number): string {
    return this.subjects.of(event);
  }

  /** The number of a report; undefined where it is not recorded by an event. */
  reportNumber(negotiation: string, id: string, r: number): number | undefined {
    const report = this.reportEver(negotiation, id);
    return report !== undefined && report <= r ? report : undefined;
  }

  private reportEver(negotiation: string, id: string): number | undefined {
    const key = `${negotiation} ${id}`;
    const known = this.reports.get(key);
    if (known !== undefined) return known;
    const name = this.names.numberOf('negotiation', '', negotiation);
    if (name === undefined) return undefined;
    const isIt = (report: number): boolean => this.negotiationOf(report) === name && this.subjectOf(report) === id;
    const report = findReport(this.file, negotiation, id, isIt);
    // What is not there now may come.
    if (report !== undefined) this.reports.set(key, report);
    return report;
  }

  /** What an event says, in the form of today. */
  stored(event: number): StoredEvent {
    return this.events.at(event);
  }

  /** The content that an event recorded: of a report, or of a correction. */
  content(event: number): ReportContent {
    return this.events.content(event);
  }

  /** Who is named as claimant, by the number of the text that says so. */
  speakersOf(by: number): readonly Actor[] {
    if (by === 0) return [];
    let actors = this.speakers.get(by);
    if (actors === undefined) {
      actors = JSON.parse(this.names.idOf(by)) as Actor[];
      this.speakers.set(by, actors);
    }
    return actors;
  }

  private ofLog(event: number, column: number): number {
    return this.rowOfLog(event, column) + this.rowOfLog(event, column + 1) * HALF;
  }

  private rowOfLog(event: number, column: number): number {
    const numbers = this.lists.numbers(LIST_KINDS.log, event >> GROUP_SHIFT, event);
    return numbers[placeInGroup(event) * LOG.width + column] as number;
  }
}

const indexes = new WeakMap<ReadModelFile, Index>();

/** The index of a file; what it keeps in memory lives as long as the file is open. */
export function indexOf(file: ReadModelFile): Index {
  let index = indexes.get(file);
  if (index === undefined) {
    index = new Index(file);
    indexes.set(file, index);
  }
  return index;
}
