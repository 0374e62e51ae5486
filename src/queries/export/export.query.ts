import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EventLog, type UnreadableInLog } from '../../read-model/reading/event-log.js';
import { linksHeldBy } from '../../read-model/reading/report-record.js';
import { RegistryReader } from '../../read-model/reading/registry-reader.js';
import type { Position } from '../../vocabulary/position.js';
import { Asking } from '../asking/asking.js';
import { lineOf, RegistryLines } from './export-lines.js';

/** The lines of an import that give the same answers in an empty store. */
export class ExportQuery extends Query<AsyncIterable<string>> {
  constructor(
    readonly negotiation: string,
    readonly recordedBy: string | undefined,
  ) {
    super();
  }
}

const MOST_UNREADABLE_TOLD = 100;

/** Reads a negotiation off the log, as recorded by R. */
@QueryHandler(ExportQuery)
export class ExportHandler implements IQueryHandler<ExportQuery> {
  constructor(
    private readonly asking: Asking,
    private readonly log: EventLog,
  ) {}

  /**
   * @returns NDJSON, its last line with how much it gave, and what it could not read: `{"summary": {"lines", "events", "position", …}}`
   * @throws Refusal `not-found`, `position-not-reached`; StoreUnavailable; all before the first line
   */
  async execute({ negotiation, recordedBy }: ExportQuery): Promise<AsyncIterable<string>> {
    // Left out it is the head of the log itself: what was recorded a moment ago is not left out because this node lags behind.
    const upTo = await this.asking.position(recordedBy ?? `@${String(await this.log.head())}`);
    if (!new RegistryReader(this.asking.rows, negotiation, upTo).forRules()) {
      throw this.asking.notFound('negotiation', negotiation, negotiation);
    }
    return this.lines(negotiation, upTo);
  }

  private async *lines(negotiation: string, upTo: Position): AsyncIterable<string> {
    const registry = new RegistryLines();
    const unreadable: UnreadableInLog[] = [];
    let unreadableCount = 0;
    let events = 0;
    let lines = 0;
    const written = (line: object): string => {
      lines += 1;
      return `${JSON.stringify(line)}\n`;
    };
    const all = this.log.of(negotiation, upTo, (event) => {
      unreadableCount += 1;
      if (unreadable.length < MOST_UNREADABLE_TOLD) unreadable.push(event);
    });
    for await (const recorded of all) {
      registry.take(recorded);
      events += 1;
    }
    for (const line of registry.lines()) yield written(line);
    for await (const recorded of this.log.of(negotiation, upTo)) {
      const line = lineOf(recorded, registry);
      if (line && (line.entry !== 'link' || this.isHeld(negotiation, recorded.position, upTo))) yield written(line);
    }
    yield `${JSON.stringify({ summary: { lines, events, position: String(upTo), unreadableCount, unreadable } })}\n`;
  }

  /** A link that was taken away later is left out. */
  private isHeld(negotiation: string, position: Position, upTo: Position): boolean {
    return linksHeldBy(this.asking.rows, negotiation, position, upTo);
  }
}
