import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Answer } from '../../http/answer.js';
import { childrenOf } from '../../read-model/reading/issue-tree.js';
import { IssueReader } from '../../read-model/reading/issue-reader.js';
import { degradedIssues } from '../../read-model/reading/parked-reader.js';
import { briefOfIssue } from '../../rules/issue-brief.js';
import { stateOfIssue } from '../../rules/issue-state.js';
import type { StateQuestion } from '../asking/what-if.schema.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';

/** The state of one issue. */
export class IssueStateQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly issue: string,
    readonly query: StateQuestion,
  ) {
    super();
  }
}

/**
 * Answers with everything that section 4 of the design says of an issue.
 * @throws Refusal where there is no such issue by R
 */
@QueryHandler(IssueStateQuery)
export class IssueStateHandler implements IQueryHandler<IssueStateQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, issue, query }: IssueStateQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const { at } = reader;
    const issues = new IssueReader(reader);
    const state = reader.entries.entry('issue', issue) && stateOfIssue(issues.facts(issue), reader.registry, at);
    if (state === undefined) throw this.asking.notFound('issue', issue, negotiation, at.recordedBy);
    const below = await childrenOf(reader, issue);
    const children = below.flatMap((id) => briefOfIssue(issues.briefFacts(id), reader.registry, at) ?? []);
    const degraded = degradedIssues(this.asking.rows, negotiation, at.recordedBy).has(issue);
    const { id, title, names, parent, ...rest } = state;
    return new Answer({ at: atView(at), id, title, ...(names && { names }), parent, children, ...rest, degraded }, axesOf(at));
  }
}
