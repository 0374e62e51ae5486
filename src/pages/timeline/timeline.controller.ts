import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { named, pageQuestion } from '../asking/page-question.js';
import type { Report } from '../asking/report-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type View, Views } from '../asking/view.js';
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
    const view = await this.views.at(n, query, reader, { countsIssues: query.issue !== undefined });
    const lanes = query.lanes ?? 'issue';
    const filter = { issue: query.issue, person: query.person };
    if (query.person === undefined && reportsIn(view, query.issue) > MOST_ONE_BY_ONE)
      return this.byPeriod(view, lanes, query.issue, reader);
    const { reports, cited } = await this.tracker.reportsCited(n, { ...view.fixed, ...filter }, reader);
    if (query.person !== undefined) await this.tracker.nameActors(view.names, [query.person], n, view.fixed);
    await this.tracker.nameSources(
      view.sources,
      reports.map(({ source }) => source.id),
      n,
      view.fixed,
    );
    const groups = await this.groups(lanes, view, reports, filter);
    return timelinePage({ view, reports, groups, cited, ...filter, lanes });
  }

  private async byPeriod(view: View, lanes: LanesBy, issue: string | undefined, reader: Reader): Promise<Page> {
    const { asOf: to, knownBy, recordedBy, certainty } = view.fixed;
    // What is of the issue that is chosen needs no lane of each other issue that it is of too.
    const only = lanes === 'issue' ? issue : undefined;
    const groups = only === undefined ? lanes : undefined;
    const asked = { axis: 'occurred', to, knownBy, recordedBy, certainty, issue, groups } as const;
    const { cited, ...periods } = await periodsCited(view.n, asked, this.tracker, reader);
    const drawn = periodLanes(periods, only);
    const ids = drawn.flatMap(({ of }) => (typeof of === 'object' && lanes === 'source' ? [of.id] : []));
    await this.tracker.nameSources(view.sources, ids, view.n, view.fixed);
    return timelineByPeriodPage({ view, periods, drawn, issue, lanes, cited });
  }

  private async groups(lanes: LanesBy, view: View, reports: readonly Report[], filter: Filter): Promise<Map<string, readonly Report[]>> {
    if (lanes === 'source') return Map.groupBy(reports, ({ source }) => source.id);
    if (lanes === 'party') {
      return this.asked(
        view.names.all.map(({ id }) => id),
        (party) => ({ ...filter, party }),
        reports,
        view,
      );
    }
    if (filter.issue !== undefined) return new Map([[filter.issue, reports]]);
    return this.asked(
      view.issues.map(({ id }) => id),
      (issue) => ({ ...filter, issue }),
      reports,
      view,
    );
  }

  /** To which issues a report belongs, and which parties it names, is for the API to say: each lane is asked for. Those of none come last. */
  private async asked(
    ids: readonly string[],
    filterOf: (id: string) => Filter & { readonly party?: string },
    reports: readonly Report[],
    { n, fixed }: View,
  ): Promise<Map<string, readonly Report[]>> {
    const own = await Promise.all(
      ids
        .slice(0, MOST_LANES)
        .map(async (id): Promise<[string, Report[]]> => [id, await this.tracker.reports(n, { ...fixed, ...filterOf(id) })]),
    );
    const named = new Set(own.flatMap(([, group]) => group.map(({ id }) => id)));
    return new Map([...own, ['', reports.filter(({ id }) => !named.has(id))]]);
  }
}

/** How many reports a timeline has. */
function reportsIn({ negotiation, issues }: View, issue: string | undefined): number {
  return (issue === undefined ? negotiation.counts.reports : issues.find(({ id }) => id === issue)?.counts?.reports) ?? 0;
}
