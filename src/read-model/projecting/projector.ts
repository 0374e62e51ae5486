import type { Json, RecordedEvent } from '../../event-store/event-store.js';
import { reportStream } from '../../event-store/stream-names.js';
import { plainEventOf } from '../../event-store/typed-event.js';
import { isRegistryEvent, isReport } from '../../vocabulary/events/log-event.js';
import { HALF } from '../tables/list-kinds.js';
import { noteMarks } from '../tables/log-marks.js';
import type { Applied, ReadModelFile } from '../tables/read-model-file.js';
import { ROOT_WORDS } from '../tables/root-words.js';
import { ContentLists } from './content-lists.js';
import { type Extracted, OP } from '../extracting/extract-form.js';
import { Extracts } from '../extracting/extracts.js';
import { Amendments } from './amendments.js';
import { EventPlaces, type Place } from './event-places.js';
import { Filing } from './filing.js';
import { GrowingModel } from './growing-model.js';
import { GrowingRoot } from './growing-root.js';
import { KnownRegistry } from './known-registry.js';
import { namedByStream, TouchedIssues } from './parking.js';
import { RegistryEntries } from './registry-entries.js';
import { ReportVersions } from './report-versions.js';
import { Terms } from './term.js';
import { Reading, textOf, type ToldContent } from './told.js';

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

/** Puts events into the lists of one file, each event once. */
export class Projector {
  private readonly extracts = new Extracts();
  /** What `extracts` told. */
  private readonly ownTerms = new Terms();
  /** What is told elsewhere: there terms are numbered from 0, too. */
  private readonly terms = new Terms();
  private readonly model: GrowingModel;
  private readonly registry: KnownRegistry;
  private readonly lists: ContentLists;
  private readonly versions: ReportVersions;
  private readonly touched: TouchedIssues;
  private readonly places: EventPlaces;
  private readonly entries: RegistryEntries;
  private readonly amendments: Amendments;
  private readonly root: GrowingRoot;
  private latestAt: number;
  private gathered: Applied | undefined;
  /** Whether something may still wait that was committed in between. */
  private owes = false;

  constructor(private readonly file: ReadModelFile) {
    this.model = new GrowingModel(file);
    this.root = new GrowingRoot(this.model.lists, () => file.state.events);
    this.registry = new KnownRegistry(this.model);
    this.lists = new ContentLists(this.model, this.registry);
    this.versions = new ReportVersions(this.model, this.registry, this.lists);
    this.places = new EventPlaces(this.model);
    const filing = new Filing(this.model, this.registry, this.lists, this.versions);
    this.entries = new RegistryEntries(this.model, this.registry, this.versions, filing, this.places);
    this.amendments = new Amendments(this.model, this.registry, this.lists, this.versions, this.places);
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
    this.goThrough(this.extracts.hand(), this.ownTerms);
    this.commit();
  }

  /** Puts what was extracted elsewhere, of events behind what is applied, behind what is gathered; nothing is written before `commit`. */
  gather(extracted: Extracted): void {
    this.goThrough(extracted, this.terms);
  }

  private goThrough(extracted: Extracted, terms: Terms): void {
    const reading = new Reading(extracted, terms);
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
    this.write(false);
  }

  /** The same of a file that nobody reads before `commit`: what is dear to write may wait for that. */
  commitInBetween(): void {
    this.write(true);
  }

  private write(isInBetween: boolean): void {
    const gathered = this.gathered ?? (this.owes && !isInBetween ? this.file.state : undefined);
    if (gathered === undefined) return;
    try {
      this.file.transaction(gathered, () => {
        this.model.flush(gathered.events, isInBetween);
      });
      this.gathered = undefined;
      this.owes = isInBetween;
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
    const words = reading.some(ROOT_WORDS);
    const root = reading.hasRoots ? this.root.standAt(words) : this.root.behind(words);
    const place = { number, position, at: this.latestAt, root };
    if (op === OP.report) this.report(reading, place);
    else if (op === OP.source) this.sourceDefined(reading, place);
    else this.other(JSON.parse(reading.other()) as StoredText, place);
    return position;
  }

  private report(reading: Reading, place: Place): void {
    const told = reading.content();
    const parked = (): Parkable => ({
      type: told.type,
      stream: reportStream(told.negotiation.id, textOf(told.id)),
      data: this.file.bodies.at(place.position).data,
    });
    this.orPark(parked, place, () => {
      this.recorded(told, place);
    });
  }

  private recorded(told: ToldContent, place: Place): void {
    const { number } = place;
    this.places.noteContent(place, told);
    const content = this.lists.contentOf(told, number, number, number);
    this.lists.record(content);
    this.model.reports.add(told.key, number);
    this.versions.first(content);
  }

  private sourceDefined(reading: Reading, place: Place): void {
    const [negotiation, source, edtf] = [reading.term(), reading.term(), reading.term()];
    const [lo, hi] = [reading.next(), reading.next()];
    this.entries.sourceDefined(negotiation.id, source.id, { edtf: edtf.id, lo, hi }, place);
  }

  /** What is rare. */
  private other(stored: StoredText, place: Place): void {
    const parked = (): Parkable => stored;
    this.orPark(parked, place, () => {
      const event = plainEventOf({ ...stored, revision: BigInt(stored.revision) });
      if (isReport(event)) this.recorded(this.versions.told(event), place);
      else if (isRegistryEvent(event)) this.entries.registered(event, place);
      else this.amendments.amended(event, Number(stored.revision), place);
    });
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
    this.places.note(place, { type, negotiation, subject });
    const issues = JSON.stringify(this.touched.of({ data, stream, number: place.number }));
    const message = error instanceof Error ? error.message : String(error);
    this.model.rows.add('parked', { event: place.number, type, negotiation, issues, error: message });
  }

  private latestInFile(): number {
    const { events } = this.file.state;
    return events === 0 ? 0 : this.model.instantOf(events);
  }
}
