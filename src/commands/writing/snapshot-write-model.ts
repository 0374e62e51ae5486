import type { Revision } from '../../event-store/event-store.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { entryKey, type EntryState, type SourceState } from './entry-state.js';
import type { CachedRegistry, LogWriteModel } from './log-write-model.js';
import type { ReportState } from './report-state.js';
import type { WriteModel } from './write-model.js';

/**
 * The log as it stood when it was first asked: each stream is read once, however many ids of it a command, or a window of an import,
 * names. An entry may be newer than the revision that was read before it: the append then conflicts, and the command starts again.
 */
export class SnapshotWriteModel implements WriteModel {
  private readonly registries = new Map<string, Promise<CachedRegistry>>();
  private readonly sources = new Map<string, Promise<SourceState | undefined>>();
  private readonly reports = new Map<string, Promise<ReportState | undefined>>();

  constructor(private readonly log: LogWriteModel) {}

  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean {
    return this.log.isKnown(negotiation, kind, id);
  }

  async entry<K extends EntryKind>(negotiation: string, kind: K, id: string): Promise<EntryState<K> | undefined> {
    if (kind === 'source') return (await this.source(negotiation, id)) as EntryState<K> | undefined;
    const { entries } = await this.registry(negotiation);
    return entries.get(entryKey(kind, id)) as EntryState<K> | undefined;
  }

  async source(negotiation: string, id: string): Promise<SourceState | undefined> {
    return once(this.sources, `${negotiation} ${id}`, () => this.log.source(negotiation, id));
  }

  async report(negotiation: string, id: string): Promise<ReportState | undefined> {
    return once(this.reports, `${negotiation} ${id}`, () => this.log.report(negotiation, id));
  }

  async registryRevision(negotiation: string): Promise<Revision | 'no-stream'> {
    return (await this.registry(negotiation)).revision;
  }

  async isUsed(negotiation: string, proposition: string): Promise<boolean> {
    return this.log.isUsed(negotiation, proposition);
  }

  private async registry(negotiation: string): Promise<CachedRegistry> {
    return once(this.registries, negotiation, () => this.log.registry(negotiation));
  }
}

async function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before) return before;
  const reading = read();
  known.set(key, reading);
  return reading;
}
