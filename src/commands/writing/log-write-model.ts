import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { EventStore } from '../../event-store/event-store.token.js';
import type { StreamName } from '../../event-store/event-store.js';
import { negotiationStream, reportStream, sourceStream } from '../../event-store/stream-names.js';
import { toLogEvent } from '../../event-store/typed-event.js';
import { UnreadableEvent } from '../../event-store/unreadable-event.js';
import { FollowedLog } from '../../ports/followed-log.js';
import { UsedPropositions } from '../../ports/used-propositions.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { ShortTurns } from '../../waiting/short-turns.js';
import { GrownStreams } from './grown-streams.js';
import { RecentKeys } from './recent-keys.js';
import { evolveRegistry, Registry } from './registry.js';
import { evolveSource } from './source-state.js';
import { type Evolve, lastEvent, type State } from './state.js';
import type { WriteModel } from './write-model.js';

/** So many sources and reports are known to exist without reading them again. */
const MOST_KNOWN = 50_000;
/** So many sources are kept as they are. */
const MOST_SOURCES = 1_000;

/**
 * Reads the streams of the log itself; of a registry, which is long, only what came since it was last read, and so of the sources that
 * were used lately, where nobody else writes.
 */
@Injectable()
export class LogWriteModel implements WriteModel {
  private readings = new Readings();
  private epoch: string | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly used: UsedPropositions,
    private readonly followed: FollowedLog,
  ) {}

  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean {
    const { begun, registries } = this.known;
    if (kind === 'report') return begun.has(reportStream(negotiation, id));
    if (kind === 'source') return begun.has(sourceStream(negotiation, id));
    return registries.get(negotiationStream(negotiation))?.entry(kind, id) !== undefined;
  }

  /** Takes note that a stream has got an event. */
  note(stream: StreamName): void {
    const { begun, registries, grown } = this.known;
    if (registries.has(stream) || grown.isBehind(stream)) grown.note(stream);
    else begun.add(stream);
  }

  /**
   * A registry with all that this node has written; what other nodes have is in it once it was read for a command. It is not read
   * for that alone.
   * @throws StoreUnavailable, UnreadableEvent
   */
  async knownRegistry(negotiation: string): Promise<Registry | undefined> {
    const stream = negotiationStream(negotiation);
    const { registries, grown } = this.known;
    return registries.has(stream) && !grown.isBehind(stream) ? registries.get(stream) : this.registry(stream);
  }

  async state<S extends State>(stream: StreamName, evolve: Evolve<S>): Promise<S | undefined> {
    // The one evolve that is of registries says which state it leaves.
    if ((evolve as unknown) === evolveRegistry) return (await this.registry(stream)) as S | undefined;
    // The same holds of sources.
    const isKept = (evolve as unknown) === evolveSource && this.store.hasOneWriter;
    const { known } = this;
    let state = isKept ? (known.sources.get(stream) as S | undefined) : undefined;
    const from = state === undefined ? 0n : state.last.revision + 1n;
    for await (const event of this.store.readStream(stream, from)) state = evolve(state, toLogEvent(event));
    if (state === undefined) return undefined;
    this.note(stream);
    if (isKept) known.keep(stream, state);
    return state;
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    return this.used.isUsed(negotiation, proposition);
  }

  private async registry(stream: StreamName): Promise<Registry | undefined> {
    const { registries, grown } = this.known;
    const known = registries.get(stream);
    // Until it is read to its end nobody takes it for whole.
    const begun = grown.begin(stream);
    const turns = new ShortTurns();
    for await (const event of this.store.readStream(stream, known ? known.last.revision + 1n : 0n)) {
      // Two commands may read at once: an older entry must not come over a newer one.
      const registry = registries.get(stream) ?? Registry.startingAt(lastEvent(event));
      if (registries.has(stream) && event.revision <= registry.last.revision) continue;
      registries.set(stream, registry);
      try {
        registry.take(toLogEvent(event));
      } catch (error) {
        if (!(error instanceof UnreadableEvent)) throw error;
        registry.passOver(event, error);
      }
      await turns.worked();
    }
    grown.end(stream, begun);
    return registries.get(stream);
  }

  /** What was read of another log than the one that is followed now is forgotten. */
  private get known(): Readings {
    const { epoch } = this.followed;
    if (epoch !== this.epoch) this.readings = new Readings();
    this.epoch = epoch;
    return this.readings;
  }
}

/** What is remembered of one log. */
class Readings {
  readonly registries = new Map<StreamName, Registry>();
  readonly grown = new GrownStreams();
  /** Streams of sources and reports that are not empty. */
  readonly begun = new RecentKeys(MOST_KNOWN);
  readonly sources = new LRUCache<StreamName, State>({ max: MOST_SOURCES });

  /** Two commands may read at once: an older state must not come over a newer one. */
  keep(stream: StreamName, state: State): void {
    const kept = this.sources.get(stream);
    if (kept === undefined || kept.last.revision < state.last.revision) this.sources.set(stream, state);
  }
}
