import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EventLog } from '../../read-model/event-log.js';
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

/** Reads a negotiation off the log, as recorded by R. */
@QueryHandler(ExportQuery)
export class ExportHandler implements IQueryHandler<ExportQuery> {
  constructor(
    private readonly asking: Asking,
    private readonly log: EventLog,
  ) {}

  /** @returns NDJSON @throws Refusal `not-found`, `position-not-reached` before the first line */
  async execute({ negotiation, recordedBy }: ExportQuery): Promise<AsyncIterable<string>> {
    const upTo = await this.asking.position(recordedBy);
    if (!new RegistryReader(this.asking.rows, negotiation, upTo).forRules()) {
      throw this.asking.notFound('negotiation', negotiation, negotiation);
    }
    return this.lines(negotiation, upTo);
  }

  private async *lines(negotiation: string, upTo: Position): AsyncIterable<string> {
    const registry = new RegistryLines();
    for await (const recorded of this.log.of(negotiation, upTo)) registry.take(recorded);
    for (const line of registry.lines()) yield `${JSON.stringify(line)}\n`;
    for await (const recorded of this.log.of(negotiation, upTo)) {
      const line = lineOf(recorded, registry);
      if (line && (line.entry !== 'link' || this.isHeld(negotiation, recorded.position, upTo))) yield `${JSON.stringify(line)}\n`;
    }
  }

  /** A link that was taken away later is left out. */
  private isHeld(negotiation: string, position: Position, upTo: Position): boolean {
    return linksHeldBy(this.asking.rows, negotiation, position, upTo);
  }
}
