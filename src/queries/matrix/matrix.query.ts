import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { id } from '../../http/fields/text.js';
import { IssueReader } from '../../read-model/reading/issue-reader.js';
import { degradedIssues } from '../../read-model/reading/parked-reader.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import { type IssueState, stateOfIssue } from '../../rules/issue-state.js';
import { matrixOf } from '../../rules/matrix.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { requireKnown } from '../asking/known-filters.js';
import { several, valuesOf } from '../asking/several.js';
import { stateQuestionWith } from '../asking/what-if.schema.js';

export const matrixQuestion = stateQuestionWith({
  issue: several(id).describe('An issue, not its children; several by repeating, in the order in which they are shown'),
});
export type MatrixQuestion = z.output<typeof matrixQuestion>;

/** Who holds what on the propositions of some issues, as one matrix. */
export class MatrixQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: MatrixQuestion,
  ) {
    super();
  }
}

/**
 * Answers with a row a proposition, a column a party, and the stances of design 4 in the cells.
 * @throws Refusal where there is no such issue
 */
@QueryHandler(MatrixQuery)
export class MatrixHandler implements IQueryHandler<MatrixQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: MatrixQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const { at, registry, entries } = reader;
    requireKnown(entries, { issue: query.issue });
    const asked = valuesOf(query.issue) ?? [];
    const states: IssueState[] = [];
    const turns = new QuestionTurns();
    for (const issue of asked) {
      const state = stateOfIssue(new IssueReader(reader).shortFacts(issue), registry, at);
      if (state !== undefined) states.push(state);
      await turns.worked();
    }
    const { issues, columns, rows } = matrixOf(states, registry);
    const degraded = degradedIssues(this.asking.rows, negotiation, at.recordedBy);
    const body = {
      at: atView(at),
      issues: issues.map((issue) => ({ ...issue, degraded: degraded.has(issue.id) })),
      columns: columns.map(({ party, principal }) => {
        const entry = entries.entry('party', party)?.entry;
        return { party, name: entry?.name ?? party, ...(entry?.names && { names: entry.names }), principal };
      }),
      rows: rows.map(({ issue, proposition, text, ...row }) => {
        const names = registry.proposition.get(proposition)?.names;
        return { issue, proposition, text, ...(names && { names }), ...row };
      }),
    };
    return new Answer(body, { issue: asked, ...axesOf(at) });
  }
}
