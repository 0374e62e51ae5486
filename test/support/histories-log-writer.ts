import { isRegistryEvent, isReport, type LogEvent, type Recorded } from '../../src/vocabulary/events/log-event.js';
import { currentVersion } from '../../src/vocabulary/events/upcasters/upcasters.js';

const MS_PER_MINUTE = 60_000;
const PAUSES_IN_MINUTES = [0, 5, 0, 240, 0, 0, 31, 600];

/** Writes events as a store would: positions rise with gaps, revisions count per stream, the clock never goes back. */
export class LogWriter {
  private readonly recorded: Recorded[] = [];
  private readonly revisions = new Map<string, bigint>();
  private position = 2n;
  private clock = Date.UTC(2026, 0, 20, 9);

  append(event: LogEvent): Recorded {
    const index = this.recorded.length;
    const stream = streamOf(event);
    const revision = this.revisions.get(stream) ?? 0n;
    this.revisions.set(stream, revision + 1n);
    this.position += 1n + BigInt(index % 3);
    this.clock += (PAUSES_IN_MINUTES[index % PAUSES_IN_MINUTES.length] ?? 0) * MS_PER_MINUTE;
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const metadata = {
      recordedAt: new Date(this.clock).toISOString(),
      postedBy: 'desk',
      correlationId: id,
      causationId: id,
      version: currentVersion(event.type),
    };
    const recorded = { position: this.position, revision, event, metadata };
    this.recorded.push(recorded);
    return recorded;
  }

  get log(): readonly Recorded[] {
    return this.recorded;
  }
}

/** The stream that an event belongs to. Design 5 */
export function streamOf(event: LogEvent): string {
  if (SOURCE_STREAM_TYPES.has(event.type)) return `source-${event.negotiation}.${event.id}`;
  if (isRegistryEvent(event)) return `negotiation-${event.negotiation}`;
  const ofReport = isReport(event) || REPORT_STREAM_TYPES.has(event.type);
  if (!ofReport) throw new Error(`${event.type} has no stream`);
  return `report-${event.negotiation}.${event.id}`;
}

const SOURCE_STREAM_TYPES = new Set(['SourceDefined', 'SourceChanged', 'SourceWithdrawn', 'SourceReadmitted']);
const REPORT_STREAM_TYPES = new Set(['ReportCorrected', 'ReportRetracted', 'ReportReinstated', 'ReportsLinked', 'ReportsUnlinked']);
