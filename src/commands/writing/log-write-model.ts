import { Injectable } from '@nestjs/common';
import { EventStore } from '../../event-store/event-store.token.js';
import type { RecordedEvent, Revision, StreamName } from '../../event-store/event-store.js';
import { negotiationStream, reportStream, sourceStream } from '../../event-store/stream-names.js';
import { toLogEvent } from '../../event-store/typed-event.js';
import { UnreadableEvent } from '../../event-store/unreadable-event.js';
import { UsedPropositions } from '../../ports/used-propositions.js';
import { isReport, type LogEvent } from '../../vocabulary/events/log-event.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { entryKey, entryOf, type EntryState, evolveSource, type SourceState } from './entry-state.js';
import { RecentKeys } from './recent-keys.js';
import { evolveReport, type RecordedAt, type ReportState } from './report-state.js';
import type { WriteModel } from './write-model.js';

/** A registry as far as it was read. */
export interface CachedRegistry {
  readonly entries: ReadonlyMap<string, EntryState>;
  readonly revision: Revision | 'no-stream';
}

interface GrowingRegistry {
  readonly entries: Map<string, EntryState>;
  revision: Revision | 'no-stream';
}

/** So many sources and reports are known to exist without reading them again. */
const MOST_KNOWN = 50_000;

/** Reads the streams of the log itself; of a registry only what came since it was last read. */
@Injectable()
export class LogWriteModel implements WriteModel {
  private readonly registries = new Map<string, GrowingRegistry>();
  /** Streams of sources and reports that were seen to begin with one. */
  private readonly begun = new RecentKeys(MOST_KNOWN);

  constructor(
    private readonly store: EventStore,
    private readonly used: UsedPropositions,
  ) {}

  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean {
    if (kind === 'report') return this.begun.has(reportStream(negotiation, id));
    if (kind === 'source') return this.begun.has(sourceStream(negotiation, id));
    return this.registries.get(negotiation)?.entries.has(entryKey(kind, id)) ?? false;
  }

  /** Takes note that an event is in the log. */
  note(event: LogEvent): void {
    if (isReport(event)) this.begun.add(reportStream(event.negotiation, event.id));
    if (event.type === 'SourceDefined') this.begun.add(sourceStream(event.negotiation, event.id));
  }

  async entry<K extends EntryKind>(negotiation: string, kind: K, id: string): Promise<EntryState<K> | undefined> {
    if (kind === 'source') return (await this.source(negotiation, id)) as EntryState<K> | undefined;
    const { entries } = await this.registry(negotiation);
    return entries.get(entryKey(kind, id)) as EntryState<K> | undefined;
  }

  async source(negotiation: string, id: string): Promise<SourceState | undefined> {
    return this.fold(sourceStream(negotiation, id), evolveSource);
  }

  async report(negotiation: string, id: string): Promise<ReportState | undefined> {
    return this.fold(reportStream(negotiation, id), evolveReport);
  }

  async registryRevision(negotiation: string): Promise<Revision | 'no-stream'> {
    return (await this.registry(negotiation)).revision;
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    return this.used.isUsed(negotiation, proposition);
  }

  /** The registry up to its last event, and the revision that it then had. @throws StoreUnavailable */
  async registry(negotiation: string): Promise<CachedRegistry> {
    // Shared from the start: of two first readings at once, neither must leave out what the other one found.
    const cached: GrowingRegistry = this.registries.get(negotiation) ?? { entries: new Map<string, EntryState>(), revision: 'no-stream' };
    this.registries.set(negotiation, cached);
    const next = cached.revision === 'no-stream' ? 0n : cached.revision + 1n;
    for await (const event of this.store.readStream(negotiationStream(negotiation), next)) {
      // Two commands may read at once: an older entry must not come over a newer one.
      if (cached.revision !== 'no-stream' && event.revision <= cached.revision) continue;
      const change = changeOf(event);
      if (change) cached.entries.set(change.key, change.state);
      cached.revision = event.revision;
    }
    // A negotiation that is not there is not remembered: names that nobody used must not fill the memory.
    if (cached.revision === 'no-stream') this.registries.delete(negotiation);
    else this.registries.set(negotiation, cached);
    return { entries: cached.entries, revision: cached.revision };
  }

  private async fold<S>(stream: StreamName, evolve: (state: S | undefined, recorded: RecordedAt) => S | undefined): Promise<S | undefined> {
    let state: S | undefined;
    for await (const event of this.store.readStream(stream)) state = evolve(state, toLogEvent(event));
    if (state !== undefined) this.begun.add(stream);
    return state;
  }
}

/** What an event changes; one that cannot be read is parked by the projections, and stops no command on other entries. */
function changeOf(event: RecordedEvent): ReturnType<typeof entryOf> {
  try {
    return entryOf(toLogEvent(event));
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined;
    throw error;
  }
}
