import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Answer } from '../../http/answer.js';
import { reportVersions } from '../../read-model/reading/report-record.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import type { AxesQuery } from '../asking/axes.schema.js';
import { reportView } from './report-view.js';

/** One report: the content in force. */
export class ReportQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly report: string,
    readonly query: AxesQuery,
  ) {
    super();
  }
}

/**
 * Answers with the content in force, which version that is, and its links.
 * @throws Refusal where there is no such report, or it is not visible then
 */
@QueryHandler(ReportQuery)
export class ReportHandler implements IQueryHandler<ReportQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, report, query }: ReportQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const { at, entries } = reader;
    if (reportVersions(this.asking.rows, negotiation, report, at.recordedBy).length === 0) {
      throw this.asking.notFound('report', report, negotiation, at.recordedBy);
    }
    const visible = reader.report(report);
    if (visible === undefined) throw new Refusal('not-visible', `The report "${report}" is recorded, but not visible then.`);
    return new Answer({ at: atView(at), ...reportView(visible, negotiation, at.recordedBy, entries, this.asking.rows) }, axesOf(at));
  }
}
