import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import { issuesInOrder } from '../../read-model/reading/issue-tree.js';
import { IssueReader } from '../../read-model/reading/issue-reader.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import { degradedIssues } from '../../read-model/reading/parked-reader.js';
import { briefOfIssue, type IssueInShort, issueInShort } from '../../rules/issue-brief.js';
import { Asking } from '../asking/asking.js';
import { paging, questionWith } from '../asking/axes.schema.js';
import { pageAnswer } from '../asking/page.js';
import { workedPage } from '../asking/worked-page.js';

export const issuesQuestion = questionWith({
  ...paging,
  stale: z.enum(['true', 'false']).optional().describe('true: only stale issues; false: only others'),
});
export type IssuesQuestion = z.output<typeof issuesQuestion>;

/**
 * How much is told of each issue: `counted`, all; `brief`, whether it has any report instead of how many of everything; `titled`, what the
 * registry calls it and nothing else.
 */
export type IssueDetail = 'counted' | 'brief' | 'titled';

/** Titles tell nothing of it, so it is not looked up. */
const NONE: ReadonlySet<string> = new Set();

/** All issues of a negotiation, in short. */
export class IssuesQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: IssuesQuestion,
    readonly detail: IssueDetail = 'counted',
  ) {
    super();
  }
}

/** Answers with a page of issues, each with its convergence, blockers and staleness (design 4). */
@QueryHandler(IssuesQuery)
export class IssuesHandler implements IQueryHandler<IssuesQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query, detail }: IssuesQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const facts = new IssueReader(reader);
    const degraded = detail === 'titled' ? NONE : degradedIssues(this.asking.rows, negotiation, reader.at.recordedBy);
    const viewsOf = (id: string): IssueView[] => {
      if (query.stale !== undefined && String(facts.isStale(id)) !== query.stale) return [];
      if (detail === 'titled') return titleOf(id, reader);
      if (detail === 'brief') return briefOf(id, facts, reader).map((brief) => ({ ...brief, degraded: degraded.has(id) }));
      const issue = issueInShort(facts.countedFacts(id), reader.registry, reader.at);
      return issue ? [viewOf(issue, facts.reportCount(id), degraded.has(id))] : [];
    };
    const list = {
      sources: await issuesInOrder(reader),
      itemsOf: viewsOf,
      keyOf: ({ id }: IssueView) => id,
      isOf: (id: string, key: string) => id === key,
    };
    const { items, nextCursor } = await workedPage(list, query);
    return pageAnswer(reader, items, nextCursor, query);
  }
}

interface IssueView {
  readonly id: string;
}

function briefOf(id: string, facts: IssueReader, reader: SceneReader) {
  const brief = briefOfIssue(facts.briefFacts(id), reader.registry, reader.at);
  const parent = reader.registry.issue.get(id)?.parent ?? null;
  return brief === undefined ? [] : [{ ...brief, parent, hasReports: reader.isNamed('issue', id) }];
}

function titleOf(id: string, { registry }: SceneReader) {
  const entry = registry.issue.get(id);
  if (entry === undefined) return [];
  const { title, names, parent } = entry;
  return [{ id, title, ...(names && { names }), parent: parent ?? null }];
}

function viewOf({ id, title, names, parent, convergence, stale, counts }: IssueInShort, reports: number, degraded: boolean) {
  return { id, title, ...(names && { names }), parent, convergence, stale, degraded, counts: { reports, ...counts } };
}
