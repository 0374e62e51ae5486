import type { RecordedEvent } from '../rules/replay/recorded-steps.js';
import type { EntryVersion } from '../rules/replay/registry-maps.js';
import type { EntryKind } from '../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT } from '../vocabulary/events/registry-events.js';
import type { Position } from '../vocabulary/position.js';
import { toPosition } from './columns.js';
import type { NameKind } from './lookups.js';
import { numberOfName } from './names.js';
import type { ReadModelFile } from './read-model-file.js';
import { RegistryReader } from './registry-reader.js';

/** The kinds of entry that the rules read. */
const KINDS_OF_RULES = ['negotiation', 'issue', 'proposition', 'plan', 'meeting'] as const satisfies EntryKind[];

/** The events of a negotiation behind one position and up to another, in order; the first of them where they are many. */
export function eventsBehind(file: ReadModelFile, negotiation: string, after: Position, upTo: Position, limit: number): RecordedEvent[] {
  return file
    .all<{ position: number; type: string; subject: string }>(
      `SELECT position, type, subject FROM log WHERE negotiation = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?`,
      numberOfName(file, negotiation, 'negotiation', negotiation) ?? null,
      after,
      upTo,
      limit,
    )
    .map(({ position: column, type, subject }) => {
      const position = toPosition(column);
      return { position, type, subject, entry: entryOf(file, negotiation, type, subject, position) };
    });
}

/** At least those reports that an event may have changed, or put on another issue, page by page, by id. @param after only ids behind this one */
export function reportsTouchedBy(file: ReadModelFile, negotiation: string, event: RecordedEvent, after: string, limit: number): string[] {
  const { type, subject } = event;
  const kind = nameTouchedBy(file, negotiation, event);
  if (kind === undefined) return isRegistryType(type) || after !== '' ? [] : [subject];
  return file
    .all<{ report: string }>(
      `SELECT DISTINCT r.id AS report FROM mention m CROSS JOIN content t CROSS JOIN report r
       WHERE m.name = ? AND t.content = m.content AND r.report = t.report AND r.id > ? ORDER BY r.id LIMIT ?`,
      numberOfName(file, negotiation, kind, subject) ?? null,
      after,
      limit,
    )
    .map(({ report }) => report);
}

/** As what an event's subject is named by the reports that it touches; undefined where it touches none, or is of a report itself. */
function nameTouchedBy(file: ReadModelFile, negotiation: string, { type, subject, position }: RecordedEvent): NameKind | undefined {
  if (type === 'SourceChanged' || type === 'SourceWithdrawn' || type === 'SourceReadmitted') return 'source';
  // Reports may have named a person that another node recorded at the same time.
  if (type === 'PersonDefined') return 'actor';
  if (type !== 'PropositionChanged') return undefined;
  const issueAt = (at: Position): string | undefined =>
    new RegistryReader(file, negotiation, at).entry('proposition', subject)?.entry.issue;
  return issueAt(position) === issueAt(position - 1n) ? undefined : 'proposition';
}

/** What the rules read of the registry, as recorded by a position. */
export function entriesOfRules(file: ReadModelFile, negotiation: string, recordedBy: Position): EntryVersion[] {
  const reader = new RegistryReader(file, negotiation, recordedBy);
  return KINDS_OF_RULES.flatMap((kind) => reader.entries(kind).map(({ id, entry }) => ({ kind, id, entry }) as EntryVersion));
}

function entryOf(file: ReadModelFile, negotiation: string, type: string, id: string, recordedBy: Position): EntryVersion | null {
  if (!isRegistryType(type)) return null;
  const kind = KIND_OF_REGISTRY_EVENT[type];
  const found = new RegistryReader(file, negotiation, recordedBy).entry(kind, id);
  return found === undefined ? null : ({ kind, id, entry: found.entry } as EntryVersion);
}

function isRegistryType(type: string): type is keyof typeof KIND_OF_REGISTRY_EVENT {
  return Object.hasOwn(KIND_OF_REGISTRY_EVENT, type);
}
