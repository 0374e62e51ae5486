import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import type { NameKind } from '../../read-model/tables/names.js';
import { ReportList } from '../../read-model/reading/report-list.js';
import type { ReportsAsked } from '../../read-model/reading/reports-asked.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import type { VisibleReport } from '../../rules/scene.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import { Asking } from '../asking/asking.js';
import { paging, questionWith, recorded } from '../asking/axes.schema.js';
import { requireKnown } from '../asking/known-filters.js';
import { invalidCursor, keyIn, limitOf, pageAnswer, toCursor } from '../asking/page.js';
import { several, valuesOf } from '../asking/several.js';
import { type Range, rangeOf } from './axis-range.js';
import { reportView } from './report-view.js';
import { StatementViews } from './statement-views.js';

export const reportsQuestion = questionWith({
  ...paging,
  axis: z.enum(['occurred', 'published', 'recorded']).optional().describe('Governs from, to and the order. Default: occurred'),
  from: recorded.optional().describe('A day; on the recorded axis an instant or @POSITION too'),
  to: recorded.optional().describe('A day; on the recorded axis an instant or @POSITION too'),
  type: several(z.enum(REPORT_TYPES as [ReportType, ...ReportType[]])).optional(),
  party: several(z.string()).optional().describe('Named anywhere in it; with proposition: whose position it states'),
  person: several(z.string()).optional().describe('Named anywhere in it'),
  issue: several(z.string()).optional(),
  proposition: several(z.string()).optional().describe('It states a position on it: each with how the statement counts'),
  meeting: several(z.string()).optional(),
  plan: several(z.string()).optional(),
  source: several(z.string()).optional(),
  q: z.string().max(200).optional().describe('A text in the summary, whatever its case'),
});
export type ReportsQuestion = z.output<typeof reportsQuestion>;

/** The visible reports. */
export class ReportsQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: ReportsQuestion,
    /** Those of these ids alone that are visible, on one page and in this order; null: all. */
    readonly among: readonly string[] | null = null,
  ) {
    super();
  }
}

/** Answers with a page of visible reports in the order of the axis that is asked for. */
@QueryHandler(ReportsQuery)
export class ReportsHandler implements IQueryHandler<ReportsQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query, among }: ReportsQuery): Promise<Answer> {
    const range = await this.range(query);
    const reader = await this.asking.scene(negotiation, query);
    if (among !== null) return pageAnswer(reader, this.someOf(reader, among), null, query);
    requireKnown(reader.entries, query);
    const asked = askedBy(query);
    const list = await ReportList.of(reader, { ...asked, ...range });
    const limit = limitOf(query);
    // One more than the page holds tells whether another page follows.
    const found = await list.page(query.cursor === undefined ? undefined : keyIn(query.cursor), limit + 1);
    if (found === null) throw invalidCursor();
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const statements = asked.stated && new StatementViews(reader, asked.stated);
    const views = shown.map((report) => ({
      ...this.viewOf(report, reader),
      ...(statements && { statements: statements.of(report) }),
    }));
    return pageAnswer(reader, views, found.length > limit && last ? toCursor(last.id) : null, query);
  }

  private someOf(reader: SceneReader, ids: readonly string[]): object[] {
    return ids.flatMap((id) => {
      const report = reader.report(id);
      return report === undefined ? [] : [this.viewOf(report, reader)];
    });
  }

  private viewOf(report: VisibleReport, { negotiation, at, entries }: SceneReader) {
    return reportView(report, negotiation, at.recordedBy, entries, this.asking.rows);
  }

  private async range(query: ReportsQuestion): Promise<Range> {
    return rangeOf(query, (recordedBy, parameter) => this.asking.position(recordedBy, parameter));
  }
}

/** The first one that is named is looked up, so the most telling comes first. */
export function askedBy(query: ReportsQuestion): Omit<ReportsAsked, keyof Range> {
  const { axis = 'occurred', q: text } = query;
  const propositions = valuesOf(query.proposition);
  const parties = valuesOf(query.party);
  const named: [NameKind, readonly string[] | undefined][] = [
    ['source', valuesOf(query.source)],
    ['meeting', valuesOf(query.meeting)],
    ['plan', valuesOf(query.plan)],
    ['actor', valuesOf(query.person)],
    ['issue', valuesOf(query.issue)],
    ['actor', propositions === undefined ? parties : undefined],
  ];
  return {
    axis,
    types: valuesOf(query.type),
    text,
    named: named.filter((pair): pair is [NameKind, readonly string[]] => pair[1] !== undefined),
    stated: propositions && { propositions, parties },
  };
}
