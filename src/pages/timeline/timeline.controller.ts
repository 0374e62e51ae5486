import { Controller, Get, Param, Query, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { elsewhere } from '../asking/elsewhere.js';
import { named, pageQuestion } from '../asking/page-question.js';
import type { Report } from '../asking/shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type View, Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageFilter } from '../rendering/page.filter.js';
import { PageInterceptor } from '../rendering/page.interceptor.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import type { Redirect } from '../rendering/redirect.js';
import { LANES, timelinePage } from './timeline.page.js';

/** Issues that have a lane; the reports of others stand in the last one. */
const MOST_LANES = 40;

const question = pageQuestion({ issue: named, lanes: z.enum(LANES).optional() });

@ApiExcludeController()
@UseInterceptors(PageInterceptor)
@UseFilters(PageFilter)
@Controller('n/:n/timeline')
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
  ): Promise<Page | Redirect> {
    const redirect = elsewhere(query, reader);
    if (redirect !== undefined) return redirect;
    const view = await this.views.at(n, query, reader);
    const lanes = query.lanes ?? 'issue';
    const reports = await this.tracker.reports(n, { ...view.fixed, issue: query.issue });
    const groups = lanes === 'source' ? Map.groupBy(reports, ({ source }) => source.id) : await this.byIssue(view, reports, query.issue);
    return timelinePage({ view, reports, groups, issue: query.issue, lanes });
  }

  /** Which issues a report belongs to is for the API to say: each issue is asked for its own. Those of none come last. */
  private async byIssue(
    { n, fixed, issues }: View,
    reports: readonly Report[],
    only: string | undefined,
  ): Promise<Map<string, readonly Report[]>> {
    if (only !== undefined) return new Map([[only, reports]]);
    const own = await Promise.all(
      issues
        .slice(0, MOST_LANES)
        .map(async ({ id }): Promise<[string, Report[]]> => [id, await this.tracker.reports(n, { ...fixed, issue: id })]),
    );
    const named = new Set(own.flatMap(([, group]) => group.map(({ id }) => id)));
    return new Map([...own, ['', reports.filter(({ id }) => !named.has(id))]]);
  }
}
