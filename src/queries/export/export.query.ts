import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EventLog, type UnreadableInLog } from '../../read-model/reading/event-log.js';
import { linksHeldBy } from '../../read-model/reading/report-record.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import { RegistryReader } from '../../read-model/reading/registry-reader.js';
import type { Recorded } from '../../vocabulary/events/log-event.js';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { Asking } from '../asking/asking.js';
import { type ImportLine, lineOf, RegistryLines } from './export-lines.js';
import { recordedLineOf } from './recorded-lines.js';

/** An export, and up to where in the log it goes. */
export interface Export {
  readonly position: string;
  /** NDJSON, its last line with how much it gave, and what it could not read: `{"summary": {"lines", "events", "position", …}}` */
  readonly body: AsyncIterable<string>;
}

/** The lines of an import that give the same answers in an empty store. */
export class ExportQuery extends Query<Export> {
  constructor(
    readonly negotiation: string,
    readonly recordedBy: string | undefined,
    /** Whether each event is a line of its own, with when it was recorded, and by whom where that may be told. */
    readonly recorded: { readonly tellsPosters: boolean } | null = null,
  ) {
    super();
  }
}

const MOST_UNREADABLE_TOLD = 100;

/** A line, and the position of the event that it is of. */
interface PlacedLine {
  readonly line: ImportLine;
  readonly position: Position;
}

/** Reads a negotiation off the log, as recorded by R. */
@QueryHandler(ExportQuery)
export class ExportHandler implements IQueryHandler<ExportQuery> {
  constructor(
    private readonly asking: Asking,
    private readonly log: EventLog,
  ) {}

  /** @throws Refusal `not-found`, `position-not-reached`; StoreUnavailable; all before the first line */
  async execute({ negotiation, recordedBy, recorded }: ExportQuery): Promise<Export> {
    // Left out it is the head of the log itself: what was recorded a moment ago is not left out because this node lags behind.
    const upTo = await this.asking.position(recordedBy ?? `@${String(await this.log.head())}`);
    if (!new RegistryReader(this.asking.rows, negotiation, upTo).forRules()) {
      throw this.asking.notFound('negotiation', negotiation, negotiation, upTo);
    }
    return { position: String(upTo), body: this.lines(negotiation, upTo, recorded) };
  }

  private async *lines(negotiation: string, upTo: Position, whole: ExportQuery['recorded']): AsyncIterable<string> {
    const registry = new RegistryLines();
    const unreadable: UnreadableInLog[] = [];
    let unreadableCount = 0;
    let events = 0;
    let lines = 0;
    const all = this.log.of(negotiation, upTo, (event) => {
      unreadableCount += 1;
      if (unreadable.length < MOST_UNREADABLE_TOLD) unreadable.push(event);
    });
    async function* counted(): AsyncIterable<Recorded> {
      for await (const recorded of all) {
        events += 1;
        registry.take(recorded);
        yield recorded;
      }
    }
    const entries = whole
      ? this.eachEvent(counted(), registry, whole.tellsPosters)
      : this.asItStands(counted(), registry, negotiation, upTo);
    for await (const { line, position } of entries) {
      if (!this.isTold(line, negotiation, position, upTo)) continue;
      lines += 1;
      yield `${JSON.stringify(line)}\n`;
    }
    yield `${JSON.stringify({ summary: { lines, events, position: String(upTo), unreadableCount, unreadable } })}\n`;
  }

  /** The registry as it stands at the end, then what else happened. */
  private async *asItStands(
    all: AsyncIterable<Recorded>,
    registry: RegistryLines,
    negotiation: string,
    upTo: Position,
  ): AsyncIterable<PlacedLine> {
    let position = BEFORE_ALL;
    for await (const recorded of all) ({ position } = recorded);
    const turns = new QuestionTurns();
    for (const line of registry.lines()) {
      yield { line, position };
      await turns.worked();
    }
    for await (const recorded of this.log.of(negotiation, upTo)) {
      const line = lineOf(recorded, registry);
      if (line) yield { line, position: recorded.position };
    }
  }

  /** Each event in the order of the log. */
  private async *eachEvent(all: AsyncIterable<Recorded>, registry: RegistryLines, tellsPosters: boolean): AsyncIterable<PlacedLine> {
    for await (const recorded of all) {
      const line = recordedLineOf(recorded, registry, tellsPosters);
      if (line) yield { line, position: recorded.position };
    }
  }

  /** A link that was taken away later is left out. */
  private isTold({ entry }: ImportLine, negotiation: string, position: Position, upTo: Position): boolean {
    return entry !== 'link' || linksHeldBy(this.asking.rows, negotiation, position, upTo);
  }
}
