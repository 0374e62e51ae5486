import type { Json, RecordedEvent } from '../../event-store/event-store.js';
import { reportStream } from '../../event-store/stream-names.js';
import { plainEventOf } from '../../event-store/typed-event.js';
import { isRegistryEvent, isReport, type LogEvent } from '../../vocabulary/events/log-event.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT, type RegistryEvent } from '../../vocabulary/events/registry-events.js';
import { isRemoval } from '../../vocabulary/events/report-corrections.js';
import { toColumn } from '../tables/columns.js';
import { GROUP_SHIFT, HALF, LIST_KINDS } from '../tables/list-kinds.js';
import { noteMarks } from '../tables/log-marks.js';
import type { Applied, ReadModelFile } from '../tables/read-model-file.js';
import { ROOT_WORDS } from '../tables/root-words.js';
import { SCOPE } from '../tables/scopes.js';
import { amendmentOf } from '../extracting/amendment-of.js';
import { ContentLists } from './content-lists.js';
import { type Extracted, Extracts, OP } from '../extracting/extract.js';
import { Filing } from './filing.js';
import { GrowingModel } from './growing-model.js';
import { GrowingRoot } from './growing-root.js';
import { KnownRegistry } from './known-registry.js';
import { namedByStream, TouchedIssues } from './parking.js';
import { ReportVersions } from './report-versions.js';
import { Reading, type ToldContent } from '../extracting/told.js';

/** Where the event that is applied stands. */
interface Place {
  readonly number: number;
  readonly position: number;
  /** Milliseconds since 1970, never before that of an earlier event. */
  readonly at: number;
  /** Of the log behind it. */
  readonly root: readonly number[];
}

/** An event that may have to be parked. */
interface Parkable {
  readonly type: string;
  readonly stream: string;
  readonly data: Json;
}

/** An event as an extract hands it over that is rare. */
interface StoredText extends Pick<RecordedEvent, 'type' | 'stream' | 'data' | 'metadata' | 'isForeign'> {
  readonly revision: string;
}

/** What the log of the read model says of an event. */
interface Logged {
  readonly type: string;
  readonly negotiation: string;
  readonly subject: string;
  /** In small letters; '' where the event is no content. */
  readonly summary?: string;
}

/** Puts events into the lists of one file, each event once. */
export class Projector {
  private readonly extracts = new Extracts();
  private readonly model: GrowingModel;
  private readonly registry: KnownRegistry;
  private readonly lists: ContentLists;
  private readonly versions: ReportVersions;
  private readonly touched: TouchedIssues;
  private readonly filing: Filing;
  private readonly root: GrowingRoot;
  private latestAt: number;
  private gathered: Applied | undefined;

  constructor(private readonly file: ReadModelFile) {
    this.model = new GrowingModel(file);
    this.root = new GrowingRoot(this.model.lists, () => file.state.events);
    this.registry = new KnownRegistry(this.model);
    this.lists = new ContentLists(this.model, this.registry);
    this.versions = new ReportVersions(this.model, this.registry, this.lists);
    this.filing = new Filing(this.model, this.registry, this.lists, this.versions);
    this.touched = new TouchedIssues(this.model, this.registry, this.lists, this.versions);
    this.latestAt = this.latestInFile();
  }

  /**
   * What the events say and the new position, in one transaction. What was applied before is passed over; an event that cannot be
   * projected is parked with its error, and all others go on.
   */
  apply(events: readonly RecordedEvent[]): void {
    const { applied } = this.file;
    const fresh = events.filter(({ position }) => position > applied);
    if (fresh.length === 0) return;
    this.file.bodies.keep(fresh);
    for (const event of fresh) this.extracts.add(event);
    this.take(this.extracts.hand());
  }

  /** The same for what was extracted of events, perhaps in another thread: those behind what is applied. */
  take(extracted: Extracted): void {
    this.gather(extracted);
    this.commit();
  }

  /** Puts what was extracted behind what is gathered; nothing is written before `commit`. */
  gather(extracted: Extracted): void {
    const reading = new Reading(extracted);
    noteMarks(this.file, extracted.marks);
    let { events } = this.gathered ?? this.file.state;
    try {
      while (!reading.isAtEnd) {
        events += 1;
        this.gathered = { events, position: BigInt(this.takeOne(reading, events)) };
        this.model.keep();
      }
    } catch (error) {
      this.drop();
      throw error;
    }
  }

  /** How many events are gathered. */
  get gatheredCount(): number {
    return this.gathered === undefined ? 0 : this.gathered.events - this.file.state.events;
  }

  /** Writes all that is gathered, and the position, in one transaction. */
  commit(): void {
    const { gathered } = this;
    if (gathered === undefined) return;
    try {
      this.file.transaction(gathered, () => {
        this.model.flush(gathered.events);
      });
      this.gathered = undefined;
    } catch (error) {
      this.drop();
      throw error;
    }
  }

  /** Forgets what is gathered. */
  private drop(): void {
    this.gathered = undefined;
    this.model.drop();
    this.registry.forget();
    this.root.forget();
    this.latestAt = this.latestInFile();
  }

  /** @returns its position */
  private takeOne(reading: Reading, number: number): number {
    const op = reading.next();
    const position = reading.next() + reading.next() * HALF;
    const at = reading.next() + reading.next() * HALF;
    this.latestAt = Math.max(this.latestAt, at);
    const hash = new Int32Array(ROOT_WORDS);
    for (let i = 0; i < ROOT_WORDS; i += 1) hash[i] = reading.next();
    const place = { number, position, at: this.latestAt, root: this.root.behind(hash) };
    if (op === OP.report) this.report(reading, place);
    else if (op === OP.source) this.sourceDefined(reading, place);
    else this.other(JSON.parse(reading.text()) as StoredText, place);
    return position;
  }

  private report(reading: Reading, place: Place): void {
    const told = reading.content();
    const { type, negotiation, id } = told;
    const parked = (): Parkable => ({ type, stream: reportStream(negotiation, id), data: this.file.bodies.at(place.position).data });
    this.orPark(parked, place, () => {
      this.recorded(told, place);
    });
  }

  private recorded(told: ToldContent, place: Place): void {
    const { number } = place;
    const { type, negotiation, id, summary } = told;
    this.log(place, { type, negotiation, subject: id, summary });
    const content = this.lists.contentOf(told, number, number, number);
    this.lists.record(content);
    this.model.reports.add(negotiation, id, number);
    this.versions.first(content);
  }

  private sourceDefined(reading: Reading, place: Place): void {
    const [negotiation, id, edtf] = [reading.text(), reading.text(), reading.text()];
    const [lo, hi] = [reading.next(), reading.next()];
    this.entry('source', negotiation, id, place.number);
    this.log(place, { type: 'SourceDefined', negotiation, subject: id });
    this.registry.dated(negotiation, id, { edtf, lo, hi }, []);
  }

  /** What is rare. */
  private other(stored: StoredText, place: Place): void {
    const parked = (): Parkable => stored;
    this.orPark(parked, place, () => {
      const event = plainEventOf({ ...stored, revision: BigInt(stored.revision) });
      if (isReport(event)) this.recorded(this.versions.told(event), place);
      else if (isRegistryEvent(event)) this.registered(event, place);
      else this.amended(event, Number(stored.revision), place);
    });
  }

  private registered(event: RegistryEvent, place: Place): void {
    const { negotiation, id, type } = event;
    const kind = KIND_OF_REGISTRY_EVENT[type];
    this.entry(kind, negotiation, id, place.number);
    this.log(place, { type, negotiation, subject: id });
    this.registry.changed(kind, negotiation, id);
    if (event.type === 'PropositionDefined' || event.type === 'PropositionChanged') {
      this.propositionOf(negotiation, event.entry.issue, id);
      if (event.type === 'PropositionChanged') this.filing.propositionChanged(negotiation, id, place.number);
    }
    if (event.type === 'SourceChanged') {
      this.registry.sourceChanged(negotiation, id);
      this.versions.sourceChanged(negotiation, id, place.number);
    }
  }

  private propositionOf(negotiation: string, issue: string, proposition: string): void {
    const { names, lists } = this.model;
    lists
      .tail(LIST_KINDS.propositionsOf, names.of('issue', negotiation, issue).number)
      .push(names.of('proposition', negotiation, proposition).number);
  }

  private amended(event: Exclude<LogEvent, RegistryEvent>, revision: number, place: Place): void {
    const { number } = place;
    const { negotiation, id, type } = event;
    if (type === 'SourceWithdrawn' || type === 'SourceReadmitted') {
      this.log(place, { type, negotiation, subject: id });
      const source = this.registry.source(negotiation, id).number;
      this.later(SCOPE.source, source, number, revision, event);
      this.registry.sourceChanged(negotiation, id);
      this.versions.sourceChanged(negotiation, id, number);
      return;
    }
    const correction = type === 'ReportCorrected' ? this.versions.told(event.report) : undefined;
    this.log(place, { type, negotiation, subject: id, ...(correction && { summary: correction.summary }) });
    const report = this.model.reports.find(negotiation, id);
    if (report === undefined) {
      // A parked report has no content: its correction must not pass for the original.
      if (correction !== undefined) throw new Error(`the report ${id} is not in the log before its correction, or is parked`);
      return;
    }
    this.later(SCOPE.report, report, number, revision, event);
    if (event.type === 'ReportsLinked' || event.type === 'ReportsUnlinked') {
      const { kind, to: target } = event;
      const made = event.type === 'ReportsLinked' ? 1 : 0;
      this.model.rows.add('link', { negotiation: this.negotiation(negotiation), report: id, event: number, kind, target, made });
      return;
    }
    if (correction !== undefined) this.lists.record(this.lists.contentOf(correction, number, report, number));
    this.versions.changed(negotiation, report, number, correction);
  }

  private later(scope: number, subject: number, event: number, revision: number, what: Exclude<LogEvent, RegistryEvent>): void {
    const amendment = what.type === 'ReportCorrected' || isRemoval(what) ? amendmentOf(what) : null;
    const publishedHi = amendment?.publishedHi ?? null;
    this.model.rows.add('later', {
      scope,
      subject,
      event,
      type: what.type,
      revision,
      reason: amendment?.reason ?? null,
      published_hi: publishedHi === null ? null : toColumn(publishedHi),
    });
  }

  /** A version of an entry of the registry. */
  private entry(kind: EntryKind, negotiation: string, id: string, number: number): void {
    const { names, lists } = this.model;
    const of = kind === 'negotiation' ? '' : negotiation;
    const name = names.of(kind, of, id, number);
    const isNew = name.defined === number;
    const isFirst = isNew || (name.defined === 0 && lists.numbers(LIST_KINDS.versions, name.number).length === 0);
    if (!isNew) lists.tail(LIST_KINDS.versions, name.number).push(number);
    lists.tail(LIST_KINDS.entries, names.of('entries', of, kind).number).push(name.number, isFirst ? number : -number);
  }

  private log({ number, position, at, root }: Place, { type, negotiation, subject, summary = '' }: Logged): void {
    const { lists, names } = this.model;
    const group = number >> GROUP_SHIFT;
    const name = this.negotiation(negotiation);
    const typeNumber = names.of('type', '', type).number;
    lists
      .tail(LIST_KINDS.log, group)
      .push(position % HALF, Math.floor(position / HALF), at % HALF, Math.floor(at / HALF), typeNumber, name);
    lists.tail(LIST_KINDS.roots, group).push(...root);
    lists.appendText(LIST_KINDS.subjects, group, `${subject.replaceAll('\n', ' ')}\n`);
    lists.appendText(LIST_KINDS.summaries, group, `${summary}\n`);
    lists.tail(LIST_KINDS.eventsOf, name).push(number);
  }

  private negotiation(id: string): number {
    return this.model.names.of('negotiation', '', id).number;
  }

  /** Does what an event asks for; where that fails, nothing of it is left, and the event is parked. */
  private orPark(event: () => Parkable, place: Place, work: () => void): void {
    try {
      work();
    } catch (error) {
      // The file is at fault, not the event.
      if (this.file.isDamaged) throw error;
      this.model.takeBack();
      this.registry.forget();
      this.park(event(), place, error);
    }
  }

  private park({ type, stream, data }: Parkable, place: Place, error: unknown): void {
    const { negotiation, subject } = namedByStream({ stream });
    this.log(place, { type, negotiation, subject });
    const issues = JSON.stringify(this.touched.of({ data, stream, number: place.number }));
    const message = error instanceof Error ? error.message : String(error);
    this.model.rows.add('parked', { event: place.number, type, negotiation, issues, error: message });
  }

  private latestInFile(): number {
    const { events } = this.file.state;
    return events === 0 ? 0 : this.model.instantOf(events);
  }
}
