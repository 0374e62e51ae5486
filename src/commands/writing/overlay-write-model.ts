import type { Revision } from '../../event-store/event-store.js';
import { isReport, type LogEvent } from '../../vocabulary/events/log-event.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { entryKey, entryOf, type EntryState, evolveSource, type SourceState } from './entry-state.js';
import { referencesOfReport } from './reference.js';
import { evolveReport, type RecordedAt, type ReportState } from './report-state.js';
import type { WriteModel } from './write-model.js';

/** What would stand in the log after some events that were decided but not appended. */
export class OverlayWriteModel implements WriteModel {
  private readonly entries = new Map<string, EntryState>();
  private readonly sources = new Map<string, SourceState>();
  private readonly reports = new Map<string, ReportState>();
  private readonly used = new Set<string>();
  private revision: Revision | 'no-stream' | undefined;

  /** @param negotiation the one that all events are of */
  constructor(
    private readonly base: WriteModel,
    private readonly negotiation: string,
  ) {}

  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean {
    const decided = kind === 'report' ? this.reports : kind === 'source' ? this.sources : undefined;
    return (decided?.has(id) ?? (kind !== 'report' && this.entries.has(entryKey(kind, id)))) || this.base.isKnown(negotiation, kind, id);
  }

  async entry<K extends EntryKind>(negotiation: string, kind: K, id: string): Promise<EntryState<K> | undefined> {
    if (kind === 'source') return (await this.source(negotiation, id)) as EntryState<K> | undefined;
    const decided = this.entries.get(entryKey(kind, id)) as EntryState<K> | undefined;
    return decided ?? this.base.entry(negotiation, kind, id);
  }

  async source(negotiation: string, id: string): Promise<SourceState | undefined> {
    return this.sources.get(id) ?? this.base.source(negotiation, id);
  }

  async report(negotiation: string, id: string): Promise<ReportState | undefined> {
    return this.reports.get(id) ?? this.base.report(negotiation, id);
  }

  async registryRevision(negotiation: string): Promise<Revision | 'no-stream'> {
    return this.revision ?? this.base.registryRevision(negotiation);
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    return this.used.has(proposition) || this.base.isUsed(negotiation, proposition);
  }

  /** Takes an event as if it had been appended. */
  async take(event: LogEvent): Promise<void> {
    const { id } = event;
    switch (event.type) {
      case 'SourceDefined':
      case 'SourceChanged':
      case 'SourceWithdrawn': {
        const source = await this.source(this.negotiation, id);
        keep(this.sources, id, evolveSource(source, next(event, source)));
        return;
      }
      default: {
        const entry = entryOf(next(event, await this.registryLast()));
        if (entry === undefined) {
          const report = await this.report(this.negotiation, id);
          keep(this.reports, id, evolveReport(report, next(event, report)));
          this.use(event);
          return;
        }
        this.entries.set(entry.key, entry.state);
        this.revision = entry.state.last.revision;
      }
    }
  }

  private use(event: LogEvent): void {
    const content = isReport(event) ? event : event.type === 'ReportCorrected' ? event.report : undefined;
    const references = content === undefined ? [] : referencesOfReport(content);
    for (const { kind, id } of references) if (kind === 'proposition') this.used.add(id);
  }

  private async registryLast(): Promise<{ last: { revision: Revision } } | undefined> {
    const revision = await this.registryRevision(this.negotiation);
    return revision === 'no-stream' ? undefined : { last: { revision } };
  }
}

function keep<S>(states: Map<string, S>, id: string, state: S | undefined): void {
  if (state !== undefined) states.set(id, state);
}

/** The event as it will stand: its position and instant are not known yet, and nothing is decided by them. */
function next(event: LogEvent, state: { last: { revision: Revision } } | undefined): RecordedAt {
  return { event, revision: (state?.last.revision ?? -1n) + 1n, position: 0n, metadata: { recordedAt: '' } };
}
