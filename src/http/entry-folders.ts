import type { EntryKind } from '../vocabulary/events/registry-entries.js';
import { Refusal } from '../vocabulary/refusal.js';

/** Where in a negotiation's path the entries of a kind stand. */
const ENTRY_FOLDERS = {
  issue: 'issues',
  proposition: 'propositions',
  party: 'parties',
  person: 'persons',
  plan: 'plans',
  meeting: 'meetings',
  source: 'sources',
} as const satisfies Record<Exclude<EntryKind, 'negotiation'>, string>;

const KIND_IN = new Map<string, EntryKind>(Object.entries(ENTRY_FOLDERS).map(([kind, folder]) => [folder, kind as EntryKind]));

/** @throws Refusal `not-found` */
export function kindInFolder(folder: string): EntryKind {
  const kind = KIND_IN.get(folder);
  if (kind === undefined) throw new Refusal('not-found', `There is no "${folder}" in a registry.`);
  return kind;
}

/** The path under which an entry is written and read as stored. */
export function entryLocation(negotiation: string, kind: EntryKind, id: string): string {
  const base = `/v1/admin/negotiations/${negotiation}`;
  return kind === 'negotiation' ? base : `${base}/${ENTRY_FOLDERS[kind]}/${id}`;
}
