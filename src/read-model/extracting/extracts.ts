import type { StoredForm } from '../../event-store/current-form.js';
import { statedHash } from '../../event-store/event-hash.js';
import type { RecordedEvent } from '../../event-store/event-store.js';
import { jsonOrText } from '../../event-store/json-or-text.js';
import { plainEventOf } from '../../event-store/typed-event.js';
import type { Span, UnreadEvent } from '../../event-store/unread-event.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { SourceDefined } from '../../vocabulary/events/registry-events.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { currentVersion } from '../../vocabulary/events/upcasters/upcasters.js';
import { toColumn } from '../tables/columns.js';
import { HALF } from '../tables/list-kinds.js';
import type { Mark } from '../tables/log-marks.js';
import { wordsInHex, wordsOf } from '../tables/root-words.js';
import type { RunningRoot } from '../tables/running-root.js';
import { ContentExtract, isReportType } from './content-extract.js';
import { type Extracted, OP } from './extract-form.js';
import { ExtractWriter } from './extract-writer.js';
import { ReportsInBytes } from './report-in-bytes.js';

/** What a mark is made of. */
interface Marked extends Omit<Mark, 'position'> {
  readonly position: bigint | number;
}

/**
 * What the read model needs of events, as numbers and as texts that are told once. It is worked out from each event alone, so that any
 * thread can do it. What depends on events before (the numbers of names, issues of propositions, parties of persons, dates of
 * sources) is left to the projector.
 */
export class Extracts {
  private readonly writer = new ExtractWriter();
  private readonly contents = new ContentExtract(this.writer);
  private readonly reports = new ReportsInBytes();
  private count = 0;
  private first: Marked | undefined;
  private last: Marked | undefined;
  /** Of the event that is added: the root behind it, or its hash. */
  private words: readonly number[] = [];

  /** @param root of the log before the first event; left out: it is not known here, and left to the projector */
  constructor(private readonly root?: RunningRoot) {}

  get events(): number {
    return this.count;
  }

  add(recorded: RecordedEvent): void {
    const { id, stream, position, metadata } = recorded;
    this.begin({ id, stream, position }, wordsOf(statedHash(recorded)));
    const at = instantOf(metadata.recordedAt);
    if (!isMostlyReadable(recorded.type) || !this.read(recorded, Number(position), at)) this.other(recorded);
  }

  /** The same of an event of which nothing is read yet: most need not be read as a whole. */
  addUnread(event: UnreadEvent): void {
    const { type, position, data } = event;
    const seal = isMostlyReadable(type) ? event.seal : undefined;
    if (seal === undefined) {
      this.add(event.recorded());
      return;
    }
    const { recordedAt, version, sha256 } = seal;
    this.begin(event, wordsInHex(sha256));
    if (this.readInBytes(type, version, data, position, recordedAt)) return;
    const stored = { type, data: jsonOrText(data.bytes.toString('utf8', data.start, data.end)), metadata: { version } };
    if (!this.read(stored, position, recordedAt)) this.other(event.recorded());
  }

  private begin(event: Marked, words: readonly number[]): void {
    this.count += 1;
    this.first ??= event;
    this.last = event;
    this.words = this.root?.behind(words) ?? words;
  }

  /** @returns false where it cannot be read: why is found out again, and told, where it is projected */
  private read(stored: StoredForm, position: number, at: number): boolean {
    return this.unlessItFails(() => {
      const event = plainEventOf(stored);
      const isReport = isReportType(stored.type);
      this.head(isReport ? OP.report : OP.source, position, at);
      if (isReport) this.contents.add(event as ReportContent);
      else this.source(event as SourceDefined);
    });
  }

  /** The same where its form is today's, and plain. */
  private readInBytes(type: string, version: number, data: Span, position: number, at: number): boolean {
    if (!isReportType(type) || version !== currentVersion(type)) return false;
    const report = this.reports.read(type, data);
    if (report === undefined) return false;
    return this.unlessItFails(() => {
      this.head(OP.report, position, at);
      this.contents.add(report.content, report.summary);
    });
  }

  /** @returns false where it fails: what it has written is taken back */
  private unlessItFails(write: () => void): boolean {
    const start = this.writer.place;
    try {
      write();
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
    this.head(OP.other, Number(recorded.position), instantOf(recorded.metadata.recordedAt));
    const { type, stream, revision, data, metadata, isForeign } = recorded;
    this.writer.other(JSON.stringify({ type, stream, revision: String(revision), data, metadata, isForeign }));
  }

  private head(op: number, position: number, at: number): void {
    const { writer } = this;
    writer.push(op);
    writer.push(position % HALF);
    writer.push(Math.floor(position / HALF));
    writer.push(at % HALF);
    writer.push(Math.floor(at / HALF));
    for (const word of this.words) writer.push(word);
  }
}

/** No more than the mark: an event is large to hold, and to hand on. */
function markOf({ id, stream, position }: Marked): Mark {
  return { id, stream, position: BigInt(position) };
}

function instantOf(recordedAt: string): number {
  return Date.parse(recordedAt) || 0;
}

/** Whether events of a type are mostly read where they are extracted; others are rare. */
function isMostlyReadable(type: string): boolean {
  return isReportType(type) || type === 'SourceDefined';
}
