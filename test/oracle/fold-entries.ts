import type { At, Certainty } from '../../src/vocabulary/axes.js';
import type { Entries } from '../../src/vocabulary/events/registry-entries.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { RoleData } from '../../src/vocabulary/events/other-reports.js';
import { actorsNamed } from './actors-named.js';
import { occurredAsWritten } from './as-written.js';
import { propositionsNamed } from './naming.js';
import { byId, strongestFirst } from './order.js';
import { entriesAt } from './registry.js';
import { visibleReports } from './visible-reports.js';

export type RoleItem = Omit<RoleData, 'person'> & {
  readonly occurred: string;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
};

/** The entries of a kind as recorded by R, by id. */
export function foldEntries<K extends 'party' | 'person' | 'source' | 'proposition'>(
  log: readonly Recorded[],
  negotiation: string,
  kind: K,
  at: At,
): ({ readonly id: string } & Entries[K])[] {
  return [...entriesAt(log, negotiation, kind, at.recordedBy)].map(([id, entry]) => ({ id, ...structuredClone(entry) })).toSorted(byId);
}

/** The ids of a kind that a visible report names. */
export function foldVisible(
  log: readonly Recorded[],
  negotiation: string,
  kind: 'party' | 'person' | 'source' | 'proposition',
  at: At,
): Set<string> {
  const contents = visibleReports(log, negotiation, at).map(({ content }) => content);
  if (kind === 'source') return new Set(contents.map(({ source }) => source.id));
  return new Set(contents.flatMap((content) => (kind === 'proposition' ? propositionsNamed(content) : actorsNamed(content))));
}

/** The changes of role that are reported of a person, the latest first. */
export function foldRoles(log: readonly Recorded[], negotiation: string, person: string, at: At): RoleItem[] {
  return strongestFirst(visibleReports(log, negotiation, at)).flatMap((report) => {
    const { id, content, certainty } = report;
    if (content.type !== 'RoleChanged' || content.data.person !== person) return [];
    const { party, role, change, reason } = content.data;
    return [{ party, role, change, reason, occurred: occurredAsWritten(report), certainty, evidence: [id] }];
  });
}
