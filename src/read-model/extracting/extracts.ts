import { statedHash } from '../../event-store/event-hash.js';
import type { RecordedEvent } from '../../event-store/event-store.js';
import { jsonOrText } from '../../event-store/json-or-text.js';
import { type EventValues, rowOf, sealIn, toRecordedEvent } from '../../event-store/sqlite/event-row.js';
import { plainEventOf } from '../../event-store/typed-event.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { EventMetadata } from '../../vocabulary/events/log-event.js';
import type { SourceDefined } from '../../vocabulary/events/registry-events.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { toColumn } from '../tables/columns.js';
import { HALF } from '../tables/list-kinds.js';
import type { Mark } from '../tables/log-marks.js';
import { wordsOf } from '../tables/root-words.js';
import type { RunningRoot } from '../tables/running-root.js';
import { ContentExtract, isReportType } from './content-extract.js';
import { type Extracted, OP } from './extract-form.js';
import { ExtractWriter } from './extract-writer.js';

/** A mark as it stands in a row, or in an event. */
interface MarkedRow extends Omit<Mark, 'position'> {
  readonly position: bigint | number;
}

/** What is needed of metadata. */
type Told = Pick<EventMetadata, 'recordedAt' | 'version'>;

/**
 * What the read model needs of events, as numbers and as texts that are told once. It is worked out from each event alone, so that any
 * thread can do it. What depends on events before (the numbers of names, issues of propositions, parties of persons, dates of
 * sources) is left to the projector.
 */
export class Extracts {
  private readonly writer = new ExtractWriter();
  private readonly contents = new ContentExtract(this.writer);
  private count = 0;
  private first: MarkedRow | undefined;
  private last: MarkedRow | undefined;
  /** Of the event that is added: the root behind it, or its hash. */
  private words: readonly number[] = [];

  /** @param root of the log before the first event; left out: it is not known here, and left to the projector */
  constructor(private readonly root?: RunningRoot) {}

  get events(): number {
    return this.count;
  }

  add(recorded: RecordedEvent): void {
    const { id, stream, position } = recorded;
    this.begin({ id, stream, position }, statedHash(recorded));
    if (!isMostlyReadable(recorded.type) || !this.read(recorded, Number(position), recorded.metadata)) this.other(recorded);
  }

  /** The same of a row of the embedded log: most rows need not be read as a whole. */
  addRow(row: EventValues): void {
    const [position, id, stream, , type, data, metadata] = row;
    const seal = isMostlyReadable(type) ? sealIn(metadata) : undefined;
    if (seal === undefined) {
      this.add(toRecordedEvent(rowOf(row)));
      return;
    }
    this.begin({ id, stream, position }, seal.sha256);
    if (!this.read({ type, data: jsonOrText(data) }, position, seal)) this.other(toRecordedEvent(rowOf(row)));
  }

  private begin(event: MarkedRow, hash: string): void {
    this.count += 1;
    this.first ??= event;
    this.last = event;
    const words = wordsOf(hash);
    this.words = this.root?.behind(words) ?? words;
  }

  /** @returns false where it cannot be read: why is found out again, and told, where it is projected */
  private read(stored: Pick<RecordedEvent, 'type' | 'data' | 'isForeign'>, position: number, seal: Told): boolean {
    const start = this.writer.place;
    try {
      const event = plainEventOf({ ...stored, metadata: seal });
      const isReport = isReportType(stored.type);
      this.head(isReport ? OP.report : OP.source, position, seal.recordedAt);
      if (isReport) this.contents.add(event as ReportContent);
      else this.source(event as SourceDefined);
      return true;
    } catch {
      this.writer.backTo(start);
      return false;
    }
  }

  /** Gives what was gathered, and begins anew. */
  hand(): Extracted {
    const marks = [this.first, this.last].flatMap((event) => (event === undefined ? [] : [markOf(event)]));
    const handed = { ...this.writer.take(), events: this.count, hasRoots: this.root !== undefined, marks };
    this.count = 0;
    this.first = undefined;
    this.last = undefined;
    return handed;
  }

  /** What a content says, without its place in the log. @throws whatever does not fit the type of the report */
  ofContent(body: ReportContent): Extracted {
    const start = this.writer.place;
    try {
      this.contents.add(body);
    } catch (error) {
      this.writer.backTo(start);
      throw error;
    }
    return this.hand();
  }

  private source({ negotiation: name, id, entry }: SourceDefined): void {
    const { writer } = this;
    const { edtf } = entry.published;
    const { lo, hi } = windowOf(edtf);
    const negotiation = writer.term(name);
    writer.push(negotiation);
    writer.push(writer.id(negotiation, id));
    writer.push(writer.term(edtf));
    writer.push(toColumn(lo));
    writer.push(toColumn(hi));
  }

  /** What is rare goes as it is. */
  private other(recorded: RecordedEvent): void {
    this.head(OP.other, Number(recorded.position), recorded.metadata.recordedAt);
    const { type, stream, revision, data, metadata, isForeign } = recorded;
    this.writer.other(JSON.stringify({ type, stream, revision: String(revision), data, metadata, isForeign }));
  }

  private head(op: number, position: number, recordedAt: string): void {
    const { writer } = this;
    const at = Date.parse(recordedAt) || 0;
    writer.push(op);
    writer.push(position % HALF);
    writer.push(Math.floor(position / HALF));
    writer.push(at % HALF);
    writer.push(Math.floor(at / HALF));
    for (const word of this.words) writer.push(word);
  }
}

/** No more than the mark: an event is large to hold, and to hand on. */
function markOf({ id, stream, position }: MarkedRow): Mark {
  return { id, stream, position: BigInt(position) };
}

/** Whether events of a type are mostly read where they are extracted; others are rare. */
function isMostlyReadable(type: string): boolean {
  return isReportType(type) || type === 'SourceDefined';
}
