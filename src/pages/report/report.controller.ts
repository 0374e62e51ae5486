import { Get, Param, Query } from '@nestjs/common';
import { ReportHistoryQuery } from '../../queries/reports/report-history.query.js';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import type { Report, ReportVersion } from '../asking/report-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type View, Views } from '../asking/view.js';
import { type Effect, effectsOf, saidBy } from '../parts/effect.js';
import { inOrderOfText } from '../parts/order-of-text.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { reportPage } from './report.page.js';

/** One report with its versions and links. */
@PageController('n/:n/reports/:r')
export class ReportPageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async show(
    @Param('n') n: string,
    @Param('r') r: string,
    @Query({ schema: axesOfPage }) query: PageQuestion,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    const view = await this.views.at(n, query, reader);
    const versions = await this.tracker.history(n, r, view.fixed);
    const [report] = await this.tracker.reportsOf(n, [r], view.fixed);
    const content = report ?? versions.findLast((version) => version.content !== null)?.content;
    const [beside, effects, cited] = await Promise.all([
      content ? this.tracker.reports(n, { ...view.fixed, source: content.source.id }) : [],
      this.effects(n, versions, view),
      this.tracker.cited(n, `/reports/${encodeURIComponent(r)}/history`, new ReportHistoryQuery(n, r, view.fixed), reader),
    ]);
    await this.tracker.nameSources(view.sources, content ? [content.source.id] : [], n, view.fixed);
    await this.tracker.nameActors(view.names, actorsIn(versions, effects), n, view.fixed);
    return reportPage({ view, id: r, report, versions, effects, beside: inOrderOfText<Report>(beside), cited });
  }

  /** What recording the report changed, in what is seen at the point that is shown. */
  private async effects(n: string, [original]: readonly ReportVersion[], { fixed }: View): Promise<Effect[]> {
    if (original === undefined) return [];
    const { asOf, knownBy, certainty } = fixed;
    const before = BigInt(original.position) - 1n;
    const way = { axis: 'recorded' as const, from: `@${String(before)}`, to: `@${original.position}`, asOf, knownBy, certainty };
    return effectsOf((await this.tracker.changes(n, way)).items);
  }
}

function actorsIn(versions: readonly ReportVersion[], effects: readonly Effect[]): Report['claim']['by'] {
  const claimed = versions.flatMap(({ content }) => {
    if (content === null) return [];
    const { claim, data } = content;
    return [...claim.by, ...claim.via, ...(typeof data.speaker === 'string' ? [data.speaker] : [])];
  });
  return [...saidBy(effects), ...claimed];
}
