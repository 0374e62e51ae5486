import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import type { NameKind } from '../../read-model/tables/names.js';
import { ReportList } from '../../read-model/reading/report-list.js';
import type { ReportsAsked } from '../../read-model/reading/reports-asked.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import { Asking } from '../asking/asking.js';
import { paging, questionWith, recorded } from '../asking/axes.schema.js';
import { invalidCursor, keyIn, limitOf, pageAnswer, toCursor } from '../asking/page.js';
import { type Range, rangeOf } from './axis-range.js';
import { reportView } from './report-view.js';

export const reportsQuestion = questionWith({
  ...paging,
  axis: z.enum(['occurred', 'published', 'recorded']).optional().describe('Governs from, to and the order. Default: occurred'),
  from: recorded.optional().describe('A day; on the recorded axis an instant or @POSITION too'),
  to: recorded.optional().describe('A day; on the recorded axis an instant or @POSITION too'),
  type: z.enum(REPORT_TYPES as [ReportType, ...ReportType[]]).optional(),
  party: z.string().optional().describe('Named anywhere in it'),
  person: z.string().optional().describe('Named anywhere in it'),
  issue: z.string().optional(),
  meeting: z.string().optional(),
  plan: z.string().optional(),
  source: z.string().optional(),
  q: z.string().max(200).optional().describe('A text in the summary, whatever its case'),
});
export type ReportsQuestion = z.output<typeof reportsQuestion>;

/** The visible reports. */
export class ReportsQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: ReportsQuestion,
  ) {
    super();
  }
}

@QueryHandler(ReportsQuery)
export class ReportsHandler implements IQueryHandler<ReportsQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: ReportsQuery): Promise<Answer> {
    const range = await this.range(query);
    const reader = await this.asking.scene(negotiation, query);
    const list = new ReportList(reader, { ...askedBy(query), ...range });
    const limit = limitOf(query);
    // One more than the page holds tells whether another page follows.
    const found = list.page(query.cursor === undefined ? undefined : keyIn(query.cursor), limit + 1);
    if (found === null) throw invalidCursor();
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const views = shown.map((report) => reportView(report, negotiation, reader.at.recordedBy, reader.entries, this.asking.rows));
    return pageAnswer(reader, views, found.length > limit && last ? toCursor(last.id) : null, query);
  }

  private async range(query: ReportsQuestion): Promise<Range> {
    return rangeOf(query, (recordedBy) => this.asking.position(recordedBy));
  }
}

/** The first one that is named is looked up, so the most telling comes first. */
function askedBy(query: ReportsQuestion): Omit<ReportsAsked, keyof Range> {
  const { axis = 'occurred', type, q: text } = query;
  const named: [NameKind, string | undefined][] = [
    ['source', query.source],
    ['meeting', query.meeting],
    ['plan', query.plan],
    ['actor', query.person],
    ['issue', query.issue],
    ['actor', query.party],
  ];
  return { axis, type, text, named: named.filter((pair): pair is [NameKind, string] => pair[1] !== undefined) };
}
