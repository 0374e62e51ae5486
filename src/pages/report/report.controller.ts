import { Get, Param, Query } from '@nestjs/common';
import { axesOfPage, type PageQuestion } from '../asking/page-question.js';
import type { Report, ReportVersion } from '../asking/report-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type AskedAt, Views } from '../asking/view.js';
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
    const asked = await this.views.asked(n, query);
    const { fixed } = asked;
    const [{ items: versions, cited }, [report]] = await Promise.all([
      this.tracker.historyCited(n, r, fixed, reader),
      this.tracker.reportsOf(n, [r], fixed),
    ]);
    const content = report ?? versions.findLast((version) => version.content !== null)?.content;
    const changed = this.effects(n, versions, asked);
    const actors = changed.then((effects) => actorsIn(versions, effects));
    const [beside, effects, view] = await Promise.all([
      content ? this.tracker.reports(n, { ...fixed, source: content.source.id }) : [],
      changed,
      this.views.of(asked, reader, { actors }),
    ]);
    await this.tracker.nameSources(view.sources, content ? [content.source.id] : [], n, fixed);
    return reportPage({ view, id: r, report, versions, effects, beside: inOrderOfText<Report>(beside), cited });
  }

  /** What recording the report changed, in what is seen at the point that is shown. */
  private async effects(n: string, [original]: readonly ReportVersion[], { fixed }: AskedAt): Promise<Effect[]> {
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
