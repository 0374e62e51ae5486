import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { named, pageQuestion } from '../asking/page-question.js';
import type { Report } from '../asking/report-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type AskedAt, type View, Views } from '../asking/view.js';
import { periodsCited } from '../asking/weeks.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { LANES, type LanesBy } from './lanes-by.js';
import { periodLanes } from './period-lanes.js';
import { timelineByPeriodPage } from './timeline-by-period.page.js';
import { timelinePage } from './timeline.page.js';

/** Issues or parties that have a lane; the reports of others stand in the last one. */
const MOST_LANES = 40;
/** More reports are drawn by week. */
const MOST_ONE_BY_ONE = 500;

const question = pageQuestion({ issue: named, person: named, lanes: z.enum(LANES).optional() });

interface Filter {
  readonly issue: string | undefined;
  readonly person: string | undefined;
}

/** The timeline of a negotiation: report by report, or by period where there are many. */
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
    const asked = await this.views.asked(n, query);
    const lanes = query.lanes ?? 'issue';
    const filter = { issue: query.issue, person: query.person };
    const isByPeriod = query.person === undefined && (await this.reportsIn(asked, query.issue)) > MOST_ONE_BY_ONE;
    if (isByPeriod) return this.byPeriod(asked, lanes, query.issue, reader);
    const actors = Promise.resolve(query.person === undefined ? [] : [query.person]);
    const [view, { reports, cited }] = await Promise.all([
      this.views.of(asked, reader, { actors }),
      this.tracker.reportsCited(n, { ...asked.fixed, ...filter }, reader),
    ]);
    await this.tracker.nameSources(
      view.sources,
      reports.map(({ source }) => source.id),
      n,
      view.fixed,
    );
    const groups = await this.groups(lanes, view, reports, filter);
    return timelinePage({ view, reports, groups, cited, ...filter, lanes });
  }

  /** How many reports a timeline has. */
  private async reportsIn({ n, negotiation, fixed }: AskedAt, issue: string | undefined): Promise<number> {
    if (issue === undefined) return negotiation.counts.reports ?? 0;
    const issues = await this.tracker.issues(n, fixed, true);
    return issues.find(({ id }) => id === issue)?.counts?.reports ?? 0;
  }

  private async byPeriod(at: AskedAt, lanes: LanesBy, issue: string | undefined, reader: Reader): Promise<Page> {
    const { asOf: to, knownBy, recordedBy, certainty } = at.fixed;
    // What is of the issue that is chosen needs no lane of each other issue that it is of too.
    const only = lanes === 'issue' ? issue : undefined;
    const groups = only === undefined ? lanes : undefined;
    const asked = { axis: 'occurred', to, knownBy, recordedBy, certainty, issue, groups } as const;
    const [view, { cited, ...periods }] = await Promise.all([this.views.of(at, reader), periodsCited(at.n, asked, this.tracker, reader)]);
    const drawn = periodLanes(periods, only);
    const ids = drawn.flatMap(({ of }) => (typeof of === 'object' && lanes === 'source' ? [of.id] : []));
    await this.tracker.nameSources(view.sources, ids, view.n, view.fixed);
    return timelineByPeriodPage({ view, periods, drawn, issue, lanes, cited });
  }

  private async groups(lanes: LanesBy, view: View, reports: readonly Report[], filter: Filter): Promise<Map<string, readonly Report[]>> {
    if (lanes === 'source') return Map.groupBy(reports, ({ source }) => source.id);
    if (lanes === 'party')
      return this.byEach(
        'party',
        view.names.all.map(({ id }) => id),
        filter,
        reports,
        view,
      );
    if (filter.issue !== undefined) return new Map([[filter.issue, reports]]);
    return this.byEach(
      'issue',
      view.issues.map(({ id }) => id),
      filter,
      reports,
      view,
    );
  }

  /** To which issues a report belongs, and which parties it names, is for the API to say. Those of none come last. */
  private async byEach(
    of: 'issue' | 'party',
    ids: readonly string[],
    filter: Filter,
    reports: readonly Report[],
    { n, fixed }: View,
  ): Promise<Map<string, readonly Report[]>> {
    const told = await this.tracker.reportsOfEach(n, { ...fixed, ...filter }, of, ids.slice(0, MOST_LANES));
    const byId = new Map(reports.map((report) => [report.id, report]));
    const own = [...told].map(([id, group]): [string, Report[]] => [id, group.flatMap((report) => byId.get(report) ?? [])]);
    const named = new Set(own.flatMap(([, group]) => group.map(({ id }) => id)));
    return new Map([...own, ['', reports.filter(({ id }) => !named.has(id))]]);
  }
}
