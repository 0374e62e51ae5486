import { plainEventOf } from '../../event-store/typed-event.js';
import { type EventMetadata, isReport, type LogEvent } from '../../vocabulary/events/log-event.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { Bodies } from '../tables/bodies.js';
import { recent } from '../tables/recent.js';
import { checkQuestion } from './question-limit.js';

/** So many events are kept as they were read. */
const KEPT = 1_500;

/** An event as it is read back. */
export interface StoredEvent {
  readonly event: LogEvent;
  readonly metadata: EventMetadata;
}

/** What events say, read from where their text is, in the form of today. */
export class StoredEvents {
  private readonly kept = recent<number, StoredEvent>(KEPT);

  /** @param positionOf the position of an event */
  constructor(
    private readonly bodies: Bodies,
    private readonly positionOf: (event: number) => number,
  ) {}

  at(event: number): StoredEvent {
    let stored = this.kept.get(event);
    if (stored === undefined) {
      checkQuestion();
      const body = this.bodies.at(this.positionOf(event));
      stored = { event: plainEventOf(body), metadata: body.metadata };
      this.kept.set(event, stored);
    }
    return stored;
  }

  /** The content that an event recorded: of a report, or of a correction. */
  content(event: number): ReportContent {
    const { event: recorded } = this.at(event);
    if (recorded.type === 'ReportCorrected') return recorded.report;
    if (!isReport(recorded)) throw new Error(`event ${String(event)} records no report`);
    return recorded;
  }
}
