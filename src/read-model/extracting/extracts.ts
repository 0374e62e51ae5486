import { statedHash } from '../../event-store/event-hash.js';
import type { RecordedEvent } from '../../event-store/event-store.js';
import { plainEventOf } from '../../event-store/typed-event.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
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

/**
 * What the read model needs of events, as numbers and as texts that are told once. It is worked out from each event alone, so that any
 * thread can do it. What depends on events before (the numbers of names, issues of propositions, parties of persons, dates of
 * sources) is left to the projector.
 */
export class Extracts {
  private readonly writer = new ExtractWriter();
  private readonly contents = new ContentExtract(this.writer);
  private count = 0;
  private first: Mark | undefined;
  private last: Mark | undefined;
  /** Of the event that is added: the root behind it, or its hash. */
  private words: readonly number[] = [];

  /** @param root of the log before the first event; left out: it is not known here, and left to the projector */
  constructor(private readonly root?: RunningRoot) {}

  get events(): number {
    return this.count;
  }

  add(recorded: RecordedEvent): void {
    this.count += 1;
    this.first ??= markOf(recorded);
    this.last = recorded;
    const hash = wordsOf(statedHash(recorded));
    this.words = this.root?.behind(hash) ?? hash;
    const start = this.writer.length;
    const isReport = isReportType(recorded.type);
    if (!isReport && recorded.type !== 'SourceDefined') {
      this.other(recorded);
      return;
    }
    try {
      const event = plainEventOf(recorded);
      this.head(isReport ? OP.report : OP.source, recorded);
      if (isReport) this.contents.add(event as ReportContent);
      else this.source(event as SourceDefined);
    } catch {
      // Why it cannot be read is found out again, and told, where it is projected.
      this.writer.backTo(start);
      this.other(recorded);
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
    try {
      this.contents.add(body);
    } catch (error) {
      this.hand();
      throw error;
    }
    return this.hand();
  }

  private source({ negotiation, id, entry }: SourceDefined): void {
    const { writer } = this;
    const { edtf } = entry.published;
    const { lo, hi } = windowOf(edtf);
    writer.push(writer.text(negotiation));
    writer.push(writer.id(id));
    writer.push(writer.text(edtf));
    writer.push(toColumn(lo));
    writer.push(toColumn(hi));
  }

  /** What is rare goes as it is. */
  private other(recorded: RecordedEvent): void {
    this.head(OP.other, recorded);
    const { type, stream, revision, data, metadata, isForeign } = recorded;
    this.writer.push(this.writer.freshText(JSON.stringify({ type, stream, revision: String(revision), data, metadata, isForeign })));
  }

  private head(op: number, recorded: RecordedEvent): void {
    const { writer } = this;
    const { position, metadata } = recorded;
    const at = Date.parse(metadata.recordedAt) || 0;
    writer.push(op);
    writer.push(Number(position) % HALF);
    writer.push(Math.floor(Number(position) / HALF));
    writer.push(at % HALF);
    writer.push(Math.floor(at / HALF));
    for (const word of this.words) writer.push(word);
  }
}

/** No more than the mark: an event is large to hold, and to hand on. */
function markOf({ id, stream, position }: Mark): Mark {
  return { id, stream, position };
}
