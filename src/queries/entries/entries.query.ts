import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Answer } from '../../http/answer.js';
import type { EntryAt } from '../../read-model/reading/registry-reader.js';
import { type RemovalRecord, removalRecords } from '../../read-model/reading/report-record.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import type { NameKind } from '../../read-model/tables/names.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { type AxesQuery, paging, questionWith } from '../asking/axes.schema.js';
import { invalidCursor, keyIn, limitOf, pageAnswer, toCursor } from '../asking/page.js';
import { rolesOf } from './roles.js';

export type ListedKind = Extract<EntryKind, 'party' | 'person' | 'source' | 'proposition'>;

export const entriesQuestion = questionWith({
  ...paging,
  visible: z.enum(['true', 'false']).optional().describe('true: only what a report names that is visible then; false: only the rest'),
});
export type EntriesQuestion = z.output<typeof entriesQuestion>;

/** As what reports name an entry. */
const NAMED_AS = { party: 'actor', person: 'actor', source: 'source', proposition: 'proposition' } as const satisfies Record<
  ListedKind,
  NameKind
>;

/** The entries of a kind, as recorded by R. */
export class EntriesQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly kind: ListedKind,
    readonly query: EntriesQuestion,
    /** Those of these ids alone, on one page, and of persons what the registry tells alone; null: all. */
    readonly among: readonly string[] | null = null,
  ) {
    super();
  }
}

/** One entry, as recorded by R. */
export class EntryQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly kind: ListedKind,
    readonly id: string,
    readonly query: AxesQuery,
  ) {
    super();
  }
}

/** Answers with a page of entries in the order of their ids. */
@QueryHandler(EntriesQuery)
export class EntriesHandler implements IQueryHandler<EntriesQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, kind, query, among }: EntriesQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    if (among !== null) return pageAnswer(reader, this.someOf(reader, kind, among), null, query);
    if (query.visible !== undefined) return this.visible(reader, kind, query);
    const after = query.cursor === undefined ? undefined : keyIn(query.cursor);
    if (after !== undefined && reader.entries.entry(kind, after) === undefined) throw invalidCursor();
    const limit = limitOf(query);
    // One more than the page holds tells whether another page follows.
    const found = reader.entries.entries(kind, after, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const items = shown.map((entry) => entryView(kind, entry, reader, negotiation, this.asking));
    return pageAnswer(reader, items, found.length > limit && last !== undefined ? toCursor(last.id) : null, query);
  }

  private someOf(reader: SceneReader, kind: ListedKind, ids: readonly string[]): EntryView[] {
    const found = ids.flatMap((id) => reader.entries.entry(kind, id) ?? []);
    if (kind === 'person') return found.map(({ id, entry }) => ({ id, ...entry }));
    return found.map((entry) => entryView(kind, entry, reader, reader.negotiation, this.asking));
  }

  /** Those that a visible report names, or the others. */
  private async visible(reader: SceneReader, kind: ListedKind, query: EntriesQuestion): Promise<Answer> {
    const after = query.cursor === undefined ? undefined : keyIn(query.cursor);
    if (after !== undefined && reader.entries.entry(kind, after) === undefined) throw invalidCursor();
    const limit = limitOf(query);
    const found: string[] = [];
    const turns = new QuestionTurns();
    for (const id of reader.entries.ids(kind, after)) {
      if (String(reader.isNamed(NAMED_AS[kind], id)) === query.visible) found.push(id);
      if (found.length > limit) break;
      await turns.worked();
    }
    const shown = found.slice(0, limit);
    const items = shown
      .flatMap((id) => reader.entries.entry(kind, id) ?? [])
      .map((entry) => entryView(kind, entry, reader, reader.negotiation, this.asking));
    const nextCursor = found.length > limit ? toCursor(shown.at(-1) ?? '') : null;
    return pageAnswer(reader, items, nextCursor, query);
  }
}

/**
 * Answers with one entry and what is told of it.
 * @throws Refusal where there is none by R
 */
@QueryHandler(EntryQuery)
export class EntryHandler implements IQueryHandler<EntryQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, kind, id, query }: EntryQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const entry = reader.entries.entry(kind, id);
    if (entry === undefined) throw this.asking.notFound(kind, id, negotiation, reader.at.recordedBy);
    return new Answer({ at: atView(reader.at), ...entryView(kind, entry, reader, negotiation, this.asking) }, axesOf(reader.at));
  }
}

interface EntryView extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

/** A person comes with the roles that are reported of them, a source with its latest withdrawal and what took that back. */
function entryView(
  kind: ListedKind,
  { id, entry }: EntryAt<ListedKind>,
  reader: SceneReader,
  negotiation: string,
  asking: Asking,
): EntryView {
  if (kind === 'person') return { id, ...entry, roles: rolesOf(id, reader.reportsNaming('actor', [id], ['RoleChanged'])) };
  if (kind !== 'source') return { id, ...entry };
  const removals = removalRecords(asking.rows, 'source', negotiation, id, reader.at.recordedBy);
  const latest = removals.findLastIndex(({ kind }) => kind === 'withdrawal');
  return { id, ...entry, withdrawal: shown(removals[latest]), readmission: shown(removals[latest + 1]) };
}

function shown(removal: RemovalRecord | undefined): Omit<RemovalRecord, 'kind'> | null {
  if (removal === undefined) return null;
  const { kind: _, ...rest } = removal;
  return rest;
}
