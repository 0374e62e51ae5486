import { Get, Param, Query } from '@nestjs/common';
import { IssueStateQuery } from '../../queries/issue-state/issue-state.query.js';
import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import type { AnswerCited } from '../asking/cited-answers.js';
import { axesIn } from '../asking/perspective.js';
import { named, pageQuestion } from '../asking/page-question.js';
import { titledIn } from '../asking/named.js';
import type { At, IssueState } from '../asking/issue-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type AskedAt, Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import type { z } from 'zod';
import { evidenceOf, overOn } from './evidence.js';
import { issueStatePage } from './issue-state.page.js';
import { cellAt, matrixOf } from './matrix.js';
import { heldIn, stateInLanguage } from './state-in-language.js';

const question = pageQuestion({ cell: named, more: named });

/** The state of one issue, with the evidence of each cell. */
@PageController('n/:n/issues/:i')
export class IssueStatePageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async show(
    @Param('n') n: string,
    @Param('i') i: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    // The first two questions need not wait for each other.
    const early = this.state(n, i, axesIn(query), reader);
    early.catch(() => undefined);
    const asked = await this.views.asked(n, query);
    const told = early.then(async (answer) => (isAt(answer.body.at, asked) ? answer : this.state(n, i, asked.fixed, reader)));
    const actors = told.then(({ body: { stances, assessments } }) => [...stances, ...assessments].flatMap(({ by }) => by));
    const briefs = this.tracker.issues(n, asked.fixed, false);
    const [{ body, cited }, expired, issues, view] = await Promise.all([
      told,
      this.tracker.expired(n, i, asked.fixed),
      briefs,
      this.views.of(asked, reader, { issues: briefs, actors }),
    ]);
    const state = stateInLanguage(reader.language, body);
    const matrix = matrixOf(
      state,
      expired.map((one) => heldIn(reader.language, one)),
      view.negotiation.principals,
    );
    const open = query.cell === undefined ? undefined : cellAt(query.cell, matrix);
    const stance = open?.cell.stance;
    const evidence = stance && (await evidenceOf(stance, view, this.tracker));
    const over = open !== undefined && stance === undefined ? await overOn(open, view, this.tracker) : undefined;
    return issueStatePage({
      view,
      state,
      issues: issues.map((issue) => titledIn(reader.language, issue)),
      matrix,
      evidence,
      over,
      cited,
      cell: query.cell,
      isWhole: query.more === 'all',
    });
  }
  private async state(n: string, i: string, axes: AxesQuery, reader: Reader): Promise<AnswerCited<IssueState>> {
    return this.tracker.askCited(n, `/issues/${encodeURIComponent(i)}`, new IssueStateQuery(n, i, axes), reader);
  }
}

/** Whether an answer is of the point of the page: the log may have grown since that was asked for. */
function isAt(at: At, { negotiation }: AskedAt): boolean {
  const { asOf, knownBy, recordedBy, certainty } = negotiation.at;
  return at.asOf === asOf && at.knownBy === knownBy && at.recordedBy === recordedBy && at.certainty === certainty;
}
