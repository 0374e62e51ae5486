import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import { IssueReader } from '../../read-model/issue-reader.js';
import { degradedIssues } from '../../read-model/parked-reader.js';
import { type IssueState, stateOfIssue } from '../../rules/issue-state.js';
import { Asking } from '../asking/asking.js';
import { paging, questionWith } from '../asking/axes.schema.js';
import { listAnswer } from '../asking/page.js';
import { parentsFirst } from './parents-first.js';

export const issuesQuestion = questionWith({
  ...paging,
  stale: z.enum(['true', 'false']).optional().describe('true: only stale issues; false: only others'),
});
export type IssuesQuestion = z.output<typeof issuesQuestion>;

/** All issues of a negotiation, in short. */
export class IssuesQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: IssuesQuestion,
  ) {
    super();
  }
}

@QueryHandler(IssuesQuery)
export class IssuesHandler implements IQueryHandler<IssuesQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: IssuesQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const facts = new IssueReader(reader);
    const degraded = degradedIssues(this.asking.rows, negotiation, reader.at.recordedBy);
    const issues = reader.entries.entries('issue').map(({ id, entry }) => ({ id, parent: entry.parent }));
    const items = parentsFirst(issues)
      .flatMap(({ id }) => stateOfIssue(facts.facts(id), reader.registry, reader.at) ?? [])
      .map((state) => brief(state, facts.reportCount(state.id), degraded.has(state.id)))
      .filter(({ stale }) => query.stale === undefined || String(stale) === query.stale);
    return listAnswer(reader, items, ({ id }) => id, query);
  }
}

function brief(state: IssueState, reports: number, degraded: boolean) {
  const { id, title, parent, convergence, stale, stances, agreements, meetings, plans, assessments, blockers, targets } = state;
  const counts = {
    reports,
    targets: targets.length,
    stances: stances.length,
    agreements: agreements.length,
    meetings: meetings.length,
    plans: plans.length,
    assessments: assessments.length,
    blockers: blockers.length,
  };
  return { id, title, parent, convergence, stale, degraded, counts };
}
