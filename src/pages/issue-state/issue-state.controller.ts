import { Get, Param, Query } from '@nestjs/common';
import { IssueStateQuery } from '../../queries/issue-state/issue-state.query.js';
import { named, pageQuestion } from '../asking/page-question.js';
import type { IssueState } from '../asking/issue-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import type { z } from 'zod';
import { evidenceOf, overOn } from './evidence.js';
import { issueStatePage } from './issue-state.page.js';
import { cellAt, matrixOf } from './matrix.js';
import { heldIn, stateInLanguage } from './state-in-language.js';

const question = pageQuestion({ cell: named, more: named });

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
    const asked = await this.views.asked(n, query);
    const path = `/issues/${encodeURIComponent(i)}`;
    const [{ body, cited }, expired, view] = await Promise.all([
      this.tracker.askCited<IssueState>(n, path, new IssueStateQuery(n, i, asked.fixed), reader),
      this.tracker.expired(n, i, asked.fixed),
      this.views.of(asked, reader),
    ]);
    const state = stateInLanguage(reader.language, body);
    await this.tracker.nameActors(
      view.names,
      [...state.stances, ...state.assessments].flatMap(({ by }) => by),
      n,
      view.fixed,
    );
    const matrix = matrixOf(
      state,
      expired.map((one) => heldIn(reader.language, one)),
      view.negotiation.principals,
    );
    const open = query.cell === undefined ? undefined : cellAt(query.cell, matrix);
    const stance = open?.cell.stance;
    const evidence = stance && (await evidenceOf(stance, view, this.tracker));
    const over = open !== undefined && stance === undefined ? await overOn(open, view, this.tracker) : undefined;
    return issueStatePage({ view, state, matrix, evidence, over, cited, cell: query.cell, isWhole: query.more === 'all' });
  }
}
