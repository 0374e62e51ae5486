import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { sourceStream } from '../../src/event-store/stream-names.js';
import { issuesOf } from '../../src/rules/mentions.js';
import { isRegistryEvent, isReport, type LogEvent } from '../../src/vocabulary/events/log-event.js';
import { NEGOTIATION } from '../generator/history-options.js';
import { logPath } from '../logs/built-log.js';

interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly type: string;
  readonly data: string;
}

const ALL = 'SELECT position, stream, type, data FROM event ORDER BY position';

/** The events of one issue in a closed log, found beforehand: to read them is all that a refold then has to do. */
export class EventsOfIssue implements Disposable {
  private readonly file: DatabaseSync;
  private readonly one: StatementSync;
  private readonly positions: readonly number[];

  constructor(folder: string, issue: string) {
    this.file = new DatabaseSync(logPath(folder), { readOnly: true });
    this.one = this.file.prepare('SELECT position, stream, type, data FROM event WHERE position = ?');
    this.positions = this.positionsOf(issue);
  }

  get count(): number {
    return this.positions.length;
  }

  /** Reads and parses them one by one, in log order. @param upTo a position */
  *read(upTo = Infinity): Generator<[position: bigint, event: LogEvent]> {
    for (const position of this.positions) {
      if (position > upTo) return;
      yield [BigInt(position), eventOf(this.one.get(position) as unknown as EventRow)];
    }
  }

  [Symbol.dispose](): void {
    this.file.close();
  }

  private positionsOf(issue: string): number[] {
    const streams = this.streamsOf(issue);
    const rows = this.file.prepare('SELECT position, stream FROM event ORDER BY position').iterate() as Iterable<Omit<EventRow, 'data'>>;
    const positions: number[] = [];
    for (const { position, stream } of rows) if (streams.has(stream)) positions.push(position);
    return positions;
  }

  /** The streams of the registry, of the reports that touch the issue, and of their sources. */
  private streamsOf(issue: string): Set<string> {
    const streams = new Set<string>();
    const issues = new Map<string, string>();
    for (const row of this.file.prepare(ALL).iterate() as Iterable<unknown> as Iterable<EventRow>) {
      const event = eventOf(row);
      if (event.type === 'PropositionDefined') issues.set(event.id, event.entry.issue);
      if (isRegistryEvent(event) && event.type !== 'SourceDefined') streams.add(row.stream);
      const content = event.type === 'ReportCorrected' ? event.report : event;
      if (!isReport(content) || !issuesOf(content, (id) => issues.get(id)).includes(issue)) continue;
      streams.add(row.stream).add(sourceStream(NEGOTIATION, content.source.id));
    }
    return streams;
  }
}

function eventOf({ type, data }: EventRow): LogEvent {
  return { ...(JSON.parse(data) as object), type } as LogEvent;
}
