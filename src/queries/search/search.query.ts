import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { ALL_CALLED_KINDS, type CalledEntry, calledEntries } from '../../read-model/reading/called-entries.js';
import { facetsOf } from '../../rules/search-facets.js';
import { searchedWords } from '../../rules/search-match.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import { wordsOf } from '../../vocabulary/words.js';
import { Asking } from '../asking/asking.js';
import { requireKnown } from '../asking/known-filters.js';
import { atView, axesOf } from '../asking/at-view.js';
import { paging, questionWith } from '../asking/axes.schema.js';
import { filtersOf, invalidCursor, keyIn, limitOf, toCursor } from '../asking/page.js';
import { several, valuesOf } from '../asking/several.js';
import { foundEntries } from './found-entries.js';
import { FoundReports } from './found-reports.js';
import type { Hit } from './hit.js';

const MOST_WORDS = 10;
export const HIT_TYPES = [...ALL_CALLED_KINDS, ...REPORT_TYPES] as const;

export const searchQuestion = questionWith({
  ...paging,
  q: z
    .string()
    .max(200)
    .refine((value) => wordsOf(value).length > 0 && wordsOf(value).length <= MOST_WORDS, {
      message: `must have 1 to ${String(MOST_WORDS)} words`,
      params: { code: 'invalid-search' },
    })
    .describe('Words, each of which begins a word of what is found'),
  type: several(z.enum(HIT_TYPES)).optional().describe('A kind of entry, or a type of report'),
  party: several(z.string()).optional().describe('Named in the report; of an entry the party itself, or its persons'),
  issue: several(z.string()).optional().describe('An issue of the report; of an entry the issue itself, or its propositions'),
  source: several(z.string()).optional().describe('The source of the report'),
});
export type SearchQuestion = z.output<typeof searchQuestion>;

/** What is called by some words, or tells them. */
export class SearchQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: SearchQuestion,
  ) {
    super();
  }
}

/** Answers with a page of reports and entries that are called by the words, or tell them. */
@QueryHandler(SearchQuery)
export class SearchHandler implements IQueryHandler<SearchQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: SearchQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    requireKnown(reader.entries, query);
    const words = searchedWords(query.q);
    const called: CalledEntry[][] = [];
    for (const word of words) called.push(await calledEntries(reader, word));
    const filters = {
      types: valuesOf(query.type),
      parties: valuesOf(query.party),
      issues: valuesOf(query.issue),
      sources: valuesOf(query.source),
    };
    const entries = await foundEntries(reader, words, called[0] ?? [], filters);
    const reports = await (await FoundReports.of(reader, words, called, filters)).hits();
    const hits = [...entries.hits, ...reports.hits];
    const { shown, nextCursor } = pageOf(hits, query);
    const body = {
      at: atView(reader.at),
      found: hits.length,
      more: entries.more || reports.more,
      facets: facetsOf(hits),
      items: shown.map(viewOf),
    };
    return new Answer(body, { ...filtersOf(query), ...axesOf(reader.at), cursor: query.cursor }, nextCursor);
  }
}

function pageOf(hits: readonly Hit[], query: SearchQuestion): { shown: readonly Hit[]; nextCursor: string | null } {
  const after = query.cursor === undefined ? undefined : keyIn(query.cursor);
  const start = after === undefined ? 0 : hits.findIndex((hit) => keyOf(hit) === after) + 1;
  if (after !== undefined && start === 0) throw invalidCursor();
  const shown = hits.slice(start, start + limitOf(query));
  const last = shown.at(-1);
  return { shown, nextCursor: last !== undefined && start + shown.length < hits.length ? toCursor(keyOf(last)) : null };
}

function keyOf({ type, id }: Hit): string {
  return `${type} ${id}`;
}

function viewOf({ type, id, matched, sources, told }: Hit): object {
  const { title, names, occurred, certainty } = told();
  return { type, id, title, ...(names && { names }), matched, occurred, source: sources[0] ?? null, certainty };
}
