import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ReportList } from '../../read-model/reading/report-list.js';
import { Asking } from '../asking/asking.js';
import { requireKnown } from '../asking/known-filters.js';
import { limitOf } from '../asking/page.js';
import { rangeOf } from './axis-range.js';
import { askedBy, type ReportsQuestion } from './reports.query.js';

/** The ids of reports by what they are of. */
export type ReportsOfEach = ReadonlyMap<string, readonly string[]>;

/** Which reports a question finds for each of some values of one of its filters: the ids alone, as many of each as a page holds. */
export class ReportsOfEachQuery extends Query<ReportsOfEach> {
  constructor(
    readonly negotiation: string,
    readonly query: ReportsQuestion,
    readonly filter: 'issue' | 'party' | 'meeting',
    readonly values: readonly string[],
  ) {
    super();
  }
}

/** Reads the list of each value as the list of reports does, without what is told of each. */
@QueryHandler(ReportsOfEachQuery)
export class ReportsOfEachHandler implements IQueryHandler<ReportsOfEachQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query, filter, values }: ReportsOfEachQuery): Promise<ReportsOfEach> {
    const range = await rangeOf(query, (recordedBy, parameter) => this.asking.position(recordedBy, parameter));
    const reader = await this.asking.scene(negotiation, query);
    requireKnown(reader.entries, { ...query, [filter]: values });
    const found = new Map<string, string[]>();
    for (const value of values) {
      const list = await ReportList.of(reader, { ...askedBy({ ...query, [filter]: value }), ...range });
      const reports = await list.page(undefined, limitOf(query));
      found.set(value, reports?.map(({ id }) => id) ?? []);
    }
    return found;
  }
}
