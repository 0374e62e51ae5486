import type { StreamName } from '../../event-store/event-store.js';
import { negotiationStream, reportStream, sourceStream } from '../../event-store/stream-names.js';
import { isReport, type LogEvent } from '../../vocabulary/events/log-event.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { keysOf, type Subject } from './reference.js';
import { Registry } from './registry.js';
import type { Evolve, State } from './state.js';
import type { WriteModel } from './write-model.js';

/** What would stand in the log after some events that were decided but not appended. */
export class OverlayWriteModel implements WriteModel {
  private readonly states = new Map<StreamName, State>();
  private readonly used = new Set<string>();
  /** Keys of what will be there, though it is not decided yet. */
  private readonly promised = new Set<string>();

  constructor(private readonly base: WriteModel) {}

  /** The same events upon what stands by now. It takes none any more, and neither does this one. */
  upon(base: WriteModel): WriteModel {
    const same = new OverlayWriteModel(base);
    for (const [stream, state] of this.states) same.states.set(stream, state);
    for (const key of this.used) same.used.add(key);
    return same;
  }

  /** Whether a registry is changed by what was taken. */
  get changesRegistry(): boolean {
    return this.states.values().some((state) => state instanceof Registry);
  }

  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean {
    if ((this.promised.size > 0 && this.promised.has(`${kind} ${id}`)) || this.base.isKnown(negotiation, kind, id)) return true;
    if (kind === 'report') return this.states.has(reportStream(negotiation, id));
    if (kind === 'source') return this.states.has(sourceStream(negotiation, id));
    const registry = this.states.get(negotiationStream(negotiation));
    return registry instanceof Registry && registry.entry(kind, id) !== undefined;
  }

  /** @param subjects that later events will bring: those before may name them */
  promise(subjects: readonly Subject[]): void {
    for (const key of subjects.flatMap(keysOf)) this.promised.add(key);
  }

  async state<S extends State>(stream: StreamName, evolve: Evolve<S>): Promise<S | undefined> {
    return (this.states.get(stream) as S | undefined) ?? this.base.state(stream, evolve);
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    return this.used.has(`${negotiation} ${proposition}`) || this.base.isUsed(negotiation, proposition);
  }

  /** Takes events as if they had been appended. @param before what stands in the stream @param named by what brings them */
  take<S extends State>(
    stream: StreamName,
    before: S | undefined,
    events: readonly LogEvent[],
    evolve: Evolve<S>,
    named: readonly Subject[] = [],
  ): void {
    const isOwn = this.states.has(stream);
    let state = before instanceof Registry && !isOwn ? (before.fork() as State as S) : before;
    for (const event of events) {
      const revision = (state?.last.revision ?? -1n) + 1n;
      // Its position and instant are not known yet, and nothing is decided by them.
      state = evolve(state, { event, revision, position: 0n, metadata: { recordedAt: '' } });
      if (isReport(event) || event.type === 'ReportCorrected') this.use(event.negotiation, named);
    }
    if (state !== undefined) this.states.set(stream, state);
  }

  private use(negotiation: string, named: readonly Subject[]): void {
    for (const { kind, id } of named) if (kind === 'proposition') this.used.add(`${negotiation} ${id}`);
  }
}
