import type { Entries, EntryKind } from '../vocabulary/events/registry-entries.js';
import type { Position } from '../vocabulary/position.js';
import type { Lookup, Registry } from '../rules/scene.js';
import { toPosition } from './columns.js';
import type { ReadModelFile } from './read-model-file.js';

/** An entry as it stood at a position. */
export interface EntryAt<K extends EntryKind> {
  readonly id: string;
  readonly entry: Entries[K];
  readonly position: Position;
  readonly recordedAt: string;
  readonly postedBy: string;
}

interface EntryRow {
  readonly id: string;
  readonly position: number;
  readonly recorded_at: string;
  readonly posted_by: string;
  readonly body: string;
}

/** The registry of one negotiation as recorded by R. */
export class RegistryReader {
  private readonly known = new Map<EntryKind, Map<string, unknown>>();

  constructor(
    private readonly file: ReadModelFile,
    private readonly negotiation: string,
    private readonly recordedBy: Position,
  ) {}

  /** One entry; undefined where it is not recorded by R. */
  entry<K extends EntryKind>(kind: K, id: string): EntryAt<K> | undefined {
    const row = this.file.get<EntryRow>(
      `SELECT * FROM entry WHERE negotiation = ? AND kind = ? AND id = ? AND position <= ? ORDER BY position DESC LIMIT 1`,
      this.negotiation,
      kind,
      id,
      this.recordedBy,
    );
    return row && toEntry(row);
  }

  /** All entries of a kind, by id. @param after only ids behind this one @param limit at most as many */
  entries<K extends EntryKind>(kind: K, after = '', limit = -1): EntryAt<K>[] {
    return this.file
      .all<EntryRow>(
        `SELECT id, max(position) AS position, recorded_at, posted_by, body FROM entry
         WHERE negotiation = ? AND kind = ? AND id > ? AND position <= ? GROUP BY id ORDER BY id LIMIT ?`,
        this.negotiation,
        kind,
        after,
        this.recordedBy,
        limit,
      )
      .map((row) => toEntry<K>(row));
  }

  /** Reads at once what the rules will ask for one by one. */
  foresee<K extends EntryKind>(kind: K, ids: readonly string[]): void {
    const known = this.knownOf(kind);
    for (const id of ids) known.set(id, undefined);
    const rows = this.file
      .all<EntryRow>(
        `SELECT e.* FROM json_each(?) j CROSS JOIN entry e WHERE e.negotiation = ? AND e.kind = ? AND e.id = j.value AND e.position = (
           SELECT max(position) FROM entry l WHERE l.negotiation = e.negotiation AND l.kind = e.kind AND l.id = e.id AND l.position <= ?)`,
        JSON.stringify(ids),
        this.negotiation,
        kind,
        this.recordedBy,
      )
      .map((row) => toEntry<K>(row));
    for (const { id, entry } of rows) known.set(id, entry);
  }

  /** How many entries of a kind there are. */
  count(kind: EntryKind): number {
    const row = this.file.get<{ count: number }>(
      'SELECT count(DISTINCT id) AS count FROM entry WHERE negotiation = ? AND kind = ? AND position <= ?',
      this.negotiation,
      kind,
      this.recordedBy,
    );
    return row?.count ?? 0;
  }

  /** What the rules read of it; undefined where the negotiation is not recorded by R. */
  forRules(): Registry | undefined {
    const negotiation = this.entry('negotiation', this.negotiation)?.entry;
    if (negotiation === undefined) return undefined;
    return {
      negotiation,
      issue: this.lookup('issue'),
      proposition: this.lookup('proposition'),
      plan: this.lookup('plan'),
      meeting: this.lookup('meeting'),
    };
  }

  private lookup<K extends EntryKind>(kind: K): Lookup<Entries[K]> {
    const known = this.knownOf(kind);
    return {
      get: (id) => {
        if (!known.has(id)) known.set(id, this.entry(kind, id)?.entry);
        return known.get(id);
      },
    };
  }

  private knownOf<K extends EntryKind>(kind: K): Map<string, Entries[K] | undefined> {
    const known = this.known.get(kind) ?? new Map<string, never>();
    this.known.set(kind, known);
    return known as Map<string, Entries[K] | undefined>;
  }
}

/** The ids of the negotiations recorded by R, in order. @param after only ids behind this one */
export function negotiationIds(file: ReadModelFile, recordedBy: Position, after = '', limit = -1): string[] {
  return file
    .all<{ id: string }>(
      `SELECT DISTINCT id FROM entry WHERE kind = 'negotiation' AND position <= ? AND id > ? ORDER BY id LIMIT ?`,
      recordedBy,
      after,
      limit,
    )
    .map(({ id }) => id);
}

function toEntry<K extends EntryKind>(row: EntryRow): EntryAt<K> {
  return {
    id: row.id,
    entry: JSON.parse(row.body) as Entries[K],
    position: toPosition(row.position),
    recordedAt: row.recorded_at,
    postedBy: row.posted_by,
  };
}
