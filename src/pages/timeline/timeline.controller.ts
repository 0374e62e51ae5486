import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { named, pageQuestion } from '../asking/page-question.js';
import type { Report } from '../asking/shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type View, Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { LANES, type LanesBy, timelinePage } from './timeline.page.js';

/** Issues or parties that have a lane; the reports of others stand in the last one. */
const MOST_LANES = 40;

const question = pageQuestion({ issue: named, lanes: z.enum(LANES).optional() });

@PageController('n/:n/timeline')
export class TimelinePageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async show(
    @Param('n') n: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    const view = await this.views.at(n, query, reader);
    const lanes = query.lanes ?? 'issue';
    const { reports, cited } = await this.tracker.reportsCited(n, { ...view.fixed, issue: query.issue }, reader);
    const groups = await this.groups(lanes, view, reports, query.issue);
    return timelinePage({ view, reports, groups, cited, issue: query.issue, lanes });
  }

  private async groups(
    lanes: LanesBy,
    view: View,
    reports: readonly Report[],
    issue: string | undefined,
  ): Promise<Map<string, readonly Report[]>> {
    if (lanes === 'source') return Map.groupBy(reports, ({ source }) => source.id);
    if (lanes === 'party') {
      return this.asked(
        view.names.all.map(({ id }) => id),
        (party) => ({ party, issue }),
        reports,
        view,
      );
    }
    if (issue !== undefined) return new Map([[issue, reports]]);
    return this.asked(
      view.issues.map(({ id }) => id),
      (one) => ({ issue: one }),
      reports,
      view,
    );
  }

  /** To which issues a report belongs, and which parties it names, is for the API to say: each lane is asked for. Those of none come last. */
  private async asked(
    ids: readonly string[],
    filter: (id: string) => { readonly issue?: string | undefined; readonly party?: string },
    reports: readonly Report[],
    { n, fixed }: View,
  ): Promise<Map<string, readonly Report[]>> {
    const own = await Promise.all(
      ids
        .slice(0, MOST_LANES)
        .map(async (id): Promise<[string, Report[]]> => [id, await this.tracker.reports(n, { ...fixed, ...filter(id) })]),
    );
    const named = new Set(own.flatMap(([, group]) => group.map(({ id }) => id)));
    return new Map([...own, ['', reports.filter(({ id }) => !named.has(id))]]);
  }
}
