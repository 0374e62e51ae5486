import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { degradedIssues } from '../../read-model/reading/parked-reader.js';
import { negotiationIds, RegistryReader } from '../../read-model/reading/registry-reader.js';
import { latestReport, reportCount } from '../../read-model/reading/timeline-reader.js';
import { reportedBlockers } from '../../rules/blockers.js';
import type { VisibleReport } from '../../rules/scene.js';
import { ENTRY_KINDS } from '../../vocabulary/events/registry-entries.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { type AxesQuery, paging, questionWith } from '../asking/axes.schema.js';
import { pageAnswer } from '../asking/page.js';
import { workedPage } from '../asking/worked-page.js';

export const negotiationsQuestion = questionWith(paging);
export type NegotiationsQuestion = z.output<typeof negotiationsQuestion>;

/** All negotiations, or those among some that there are. */
export class NegotiationsQuery extends Query<Answer> {
  constructor(
    readonly query: NegotiationsQuestion,
    readonly among: readonly string[] | null = null,
  ) {
    super();
  }
}

/** One negotiation as a whole. */
export class NegotiationQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: AxesQuery,
  ) {
    super();
  }
}

/** Answers with a page of negotiations as they were recorded by R. */
@QueryHandler(NegotiationsQuery)
export class NegotiationsHandler implements IQueryHandler<NegotiationsQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ query, among }: NegotiationsQuery): Promise<Answer> {
    const at = await this.asking.at(query);
    const briefsOf = (id: string) => {
      const entries = new RegistryReader(this.asking.rows, id, at.recordedBy);
      const entry = entries.entry('negotiation', id)?.entry;
      if (entry === undefined) return [];
      const { title, names, language, principals } = entry;
      return [{ id, title, ...(names && { names }), ...(language !== undefined && { language }), principals, counts: countsOf(entries) }];
    };
    const { items, nextCursor } = await workedPage(
      {
        sources: negotiationIds(this.asking.rows, at.recordedBy).filter((id) => among?.includes(id) ?? true),
        itemsOf: briefsOf,
        keyOf: ({ id }) => id,
        isOf: (id, key) => id === key,
      },
      query,
    );
    return pageAnswer({ at }, items, nextCursor, query);
  }
}

/**
 * Answers with a negotiation as it was recorded by R, and what stands on it as a whole.
 * @throws Refusal where there is none
 */
@QueryHandler(NegotiationQuery)
export class NegotiationHandler implements IQueryHandler<NegotiationQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: NegotiationQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const { at, entries } = reader;
    const unassigned = reader.reportsOnNoIssue('AssessmentMade');
    const resolving = reader.reportsNaming(
      'resolves',
      unassigned.map(({ id }) => id),
    );
    const latest = latestReport(reader);
    const body = {
      at: atView(at),
      id: negotiation,
      ...reader.registry.negotiation,
      counts: { ...countsOf(entries), reports: reportCount(reader) },
      blockers: reportedBlockers(unassigned, resolving, at.asOf),
      latestReport: latest ? inShort(latest) : null,
      degraded: degradedIssues(this.asking.rows, negotiation, at.recordedBy).size > 0,
    };
    return new Answer(body, axesOf(at));
  }
}

function countsOf(entries: RegistryReader): Record<string, number> {
  const kinds = ENTRY_KINDS.filter((kind) => kind !== 'negotiation');
  const plural = (kind: string): string => (kind === 'party' ? 'parties' : `${kind}s`);
  return Object.fromEntries(kinds.map((kind) => [plural(kind), entries.count(kind)]));
}

function inShort({ id, content, occurredAsWritten, certainty }: VisibleReport): object {
  return { report: id, type: content.type, summary: content.summary, occurred: occurredAsWritten, certainty };
}
