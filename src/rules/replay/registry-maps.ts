import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import type { Registry } from '../scene.js';

/** An entry of the registry as one event has it. */
export type EntryVersion = { readonly [K in EntryKind]: { readonly kind: K; readonly id: string; readonly entry: Entries[K] } }[EntryKind];

/** Before the negotiation is opened nothing is reported of it, so that this is never seen. */
const UNOPENED: Entries['negotiation'] = { title: '', opened: null, description: null, principals: [], staleAfterDays: 0 };

/** The part of the registry that the rules read, moved on entry by entry. */
export class RegistryMaps implements Registry {
  negotiation = UNOPENED;
  readonly issue = new Map<string, Entries['issue']>();
  readonly proposition = new Map<string, Entries['proposition']>();
  readonly plan = new Map<string, Entries['plan']>();
  readonly meeting = new Map<string, Entries['meeting']>();

  constructor(entries: readonly EntryVersion[] = []) {
    for (const entry of entries) this.set(entry);
  }

  set(version: EntryVersion): void {
    switch (version.kind) {
      case 'negotiation':
        this.negotiation = version.entry;
        return;
      case 'issue':
        this.issue.set(version.id, version.entry);
        return;
      case 'proposition':
        this.proposition.set(version.id, version.entry);
        return;
      case 'plan':
        this.plan.set(version.id, version.entry);
        return;
      case 'meeting':
        this.meeting.set(version.id, version.entry);
        return;
      case 'party':
      case 'person':
      case 'source':
        return;
    }
  }
}
