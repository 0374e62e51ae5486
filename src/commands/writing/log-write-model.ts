import { Injectable } from '@nestjs/common';
import { EventStore } from '../../event-store/event-store.token.js';
import type { StreamName } from '../../event-store/event-store.js';
import { negotiationStream, reportStream, sourceStream } from '../../event-store/stream-names.js';
import { toLogEvent } from '../../event-store/typed-event.js';
import { UnreadableEvent } from '../../event-store/unreadable-event.js';
import { UsedPropositions } from '../../ports/used-propositions.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { RecentKeys } from './recent-keys.js';
import { evolveRegistry, Registry } from './registry.js';
import { type Evolve, lastEvent, type State } from './state.js';
import type { WriteModel } from './write-model.js';

/** So many sources and reports are known to exist without reading them again. */
const MOST_KNOWN = 50_000;

/** Reads the streams of the log itself; of a registry, which is long, only what came since it was last read. */
@Injectable()
export class LogWriteModel implements WriteModel {
  private readonly registries = new Map<StreamName, Registry>();
  /** Of which this node has written more than it has read. */
  private readonly grown = new Set<StreamName>();
  /** Streams of sources and reports that are not empty. */
  private readonly begun = new RecentKeys(MOST_KNOWN);

  constructor(
    private readonly store: EventStore,
    private readonly used: UsedPropositions,
  ) {}

  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean {
    if (kind === 'report') return this.begun.has(reportStream(negotiation, id));
    if (kind === 'source') return this.begun.has(sourceStream(negotiation, id));
    return this.registries.get(negotiationStream(negotiation))?.entry(kind, id) !== undefined;
  }

  /** Takes note that a stream has got an event. */
  note(stream: StreamName): void {
    if (this.registries.has(stream)) this.grown.add(stream);
    else this.begun.add(stream);
  }

  /**
   * A registry with all that this node has written; what other nodes have is in it once it was read for a command. It is not read
   * for that alone.
   * @throws StoreUnavailable, UnreadableEvent
   */
  async registryAtHand(negotiation: string): Promise<Registry | undefined> {
    const stream = negotiationStream(negotiation);
    return this.registries.has(stream) && !this.grown.has(stream) ? this.registries.get(stream) : this.registry(stream);
  }

  async state<S extends State>(stream: StreamName, evolve: Evolve<S>): Promise<S | undefined> {
    // The one evolve that is of registries says which state it leaves.
    if ((evolve as unknown) === evolveRegistry) return (await this.registry(stream)) as S | undefined;
    let state: S | undefined;
    for await (const event of this.store.readStream(stream)) state = evolve(state, toLogEvent(event));
    if (state !== undefined) this.note(stream);
    return state;
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    return this.used.isUsed(negotiation, proposition);
  }

  private async registry(stream: StreamName): Promise<Registry | undefined> {
    const known = this.registries.get(stream);
    this.grown.delete(stream);
    for await (const event of this.store.readStream(stream, known ? known.last.revision + 1n : 0n)) {
      // Two commands may read at once: an older entry must not come over a newer one.
      const registry = this.registries.get(stream) ?? Registry.startingAt(lastEvent(event));
      if (this.registries.has(stream) && event.revision <= registry.last.revision) continue;
      this.registries.set(stream, registry);
      try {
        registry.take(toLogEvent(event));
      } catch (error) {
        if (!(error instanceof UnreadableEvent)) throw error;
        registry.passOver(event, error);
      }
    }
    return this.registries.get(stream);
  }
}
