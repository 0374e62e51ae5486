import type { StreamName } from '../../event-store/event-store.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import type { Evolve, State } from './state.js';
import type { WriteModel } from './write-model.js';

/**
 * The log as it stood when it was first asked: each stream is read once, however many ids of it a command, or a window of an import,
 * names. An entry may be newer than the revision that was read with it: the append then conflicts, and the command starts again.
 */
export class SnapshotWriteModel implements WriteModel {
  private readonly states = new Map<StreamName, Promise<State | undefined>>();

  constructor(private readonly log: WriteModel) {}

  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean {
    return this.log.isKnown(negotiation, kind, id);
  }

  async state<S extends State>(stream: StreamName, evolve: Evolve<S>): Promise<S | undefined> {
    const before = this.states.get(stream);
    if (before) return before as Promise<S | undefined>;
    const reading = this.log.state(stream, evolve);
    this.states.set(stream, reading);
    return reading;
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    return this.log.isUsed(negotiation, proposition);
  }
}
