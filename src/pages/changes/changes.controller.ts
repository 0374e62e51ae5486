import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { type Day, formatDay } from '../../vocabulary/day.js';
import { named, pageQuestion } from '../asking/page-question.js';
import { nearestDays } from '../asking/nearest-days.js';
import { areListed } from '../asking/sources.js';
import { Tracker } from '../asking/tracker.js';
import { type AskedAt, Views } from '../asking/view.js';
import { WAY_AXES, wayOf } from '../asking/way.js';
import { causingReport, effectsOf, saidBy } from '../parts/effect.js';
import { previousDay, sourceDays } from '../parts/source-days.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { changesPage } from './changes.page.js';
import { GROUPINGS } from './groups.js';

/** Of more changes the first ones are shown. */
const MOST_CHANGES = '200';

const question = pageQuestion({
  axis: z.enum(WAY_AXES).optional(),
  from: named,
  to: named,
  issue: named,
  party: named,
  group: z.enum(GROUPINGS).optional(),
  quiet: named,
});

/** What changed between two days. */
@PageController('n/:n/changes')
export class ChangesPageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  /** Without `from` and `to`: what the latest source before the day that is shown brought. */
  @Get()
  async show(
    @Param('n') n: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    const asked = await this.views.asked(n, query);
    const coming = this.views.of(asked, reader, { hasTimeBar: false });
    coming.catch(() => undefined);
    const { day, fixed } = asked;
    const axis = query.axis ?? 'published';
    const to = query.to ?? (axis === 'recorded' ? undefined : formatDay(day));
    const before = query.from === undefined && query.to === undefined ? await this.newsBefore(asked) : undefined;
    const from = query.from ?? (query.to === undefined && axis !== 'recorded' && before !== undefined ? formatDay(before) : undefined);
    const way = wayOf(
      { axis, from, to, issue: query.issue, party: query.party },
      { ...query, recordedBy: axis === 'recorded' ? undefined : fixed.recordedBy },
    );
    const { changes, cited } = await this.tracker.changesCited(n, { ...way, limit: MOST_CHANGES }, reader);
    const effects = effectsOf(changes.items, { onEachIssue: query.group === 'issue' });
    const end = { ...fixed, asOf: changes.to.asOf, knownBy: changes.to.knownBy ?? undefined, recordedBy: changes.to.recordedBy };
    const causes = [...new Set(effects.flatMap((effect) => causingReport(effect) ?? []))];
    const [view, reports] = await Promise.all([coming, this.tracker.reportsOf(n, causes, end)]);
    await this.tracker.nameActors(view.names, [...saidBy(effects), ...reports.flatMap(({ claim }) => claim.by)], n, end);
    return changesPage({
      view,
      asked: { axis, from: way.from, to: way.to, issue: query.issue, party: query.party, group: query.group ?? 'report' },
      changes,
      effects,
      showsQuiet: query.quiet === 'all',
      reports: new Map(reports.map((report) => [report.id, report])),
      cited,
    });
  }

  /** The last day before the one that is shown on which a source came out. */
  private async newsBefore({ n, negotiation, day, fixed }: AskedAt): Promise<Day | undefined> {
    const { recordedBy, certainty } = fixed;
    if (areListed(negotiation)) return previousDay(sourceDays(await this.tracker.sources(n, fixed)), day);
    const [before] = await nearestDays(n, 'published', day, { recordedBy, certainty }, this.tracker);
    return before !== undefined && before.day < day ? before.day : undefined;
  }
}
