import { Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { formatDay, withinCalendar } from '../../vocabulary/day.js';
import { EntriesQuery, EntryQuery } from '../../queries/entries/entries.query.js';
import { axesOfPage, named, pageQuestion, type PageQuestion } from '../asking/page-question.js';
import type { Source } from '../asking/entry-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type View, Views } from '../asking/view.js';
import { inOrderOfText } from '../parts/order-of-text.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { sourcePage } from './source.page.js';
import { sourcesPage } from './sources.page.js';
import { withoutSource } from './without-source.js';

/** Where the sources are very many, in days and in sources. */
const LATEST_STRETCHES = [14, 140, 1_400, 40_000];
const MOST_LATEST = 60;

const question = pageQuestion({ otherwise: named });

/** The sources of a negotiation, and one of them with its reports. */
@PageController('n/:n/sources')
export class SourcePageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async list(@Param('n') n: string, @Query({ schema: axesOfPage }) query: PageQuestion, @FromReader() reader: Reader): Promise<Page> {
    const view = await this.views.at(n, query, reader);
    if (!view.sources.areListed) await this.knowLatest(view);
    const cited = await this.tracker.cited(n, '/sources', new EntriesQuery(n, 'source', { ...view.fixed, limit: '500' }), reader);
    return sourcesPage(view, cited);
  }

  /** Of very many sources those of the latest reports. */
  private async knowLatest({ n, sources, day, fixed: { recordedBy, certainty } }: View): Promise<void> {
    const asked = { axis: 'published', to: formatDay(day), groups: 'source', changes: 'false', recordedBy, certainty } as const;
    for (const stretch of LATEST_STRETCHES) {
      const days = await this.tracker.activity(n, { ...asked, from: formatDay(withinCalendar(day - stretch)) });
      const ids = days.toReversed().flatMap(({ groups = {} }) => Object.keys(groups));
      if (ids.length === 0) continue;
      await this.tracker.nameSources(sources, ids.slice(0, MOST_LATEST), n, { recordedBy, certainty });
      return;
    }
  }

  @Get(':s')
  async show(
    @Param('n') n: string,
    @Param('s') s: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    const view = await this.views.at(n, query, reader);
    const source = await this.tracker.ask<Source>(new EntryQuery(n, 'source', s, view.fixed));
    view.sources.know(source);
    const { reports, cited } = await this.tracker.reportsCited(n, { ...view.fixed, source: s }, reader);
    await this.tracker.nameActors(
      view.names,
      reports.flatMap(({ claim, data }) => [...claim.by, ...(typeof data.speaker === 'string' ? [data.speaker] : [])]),
      n,
      view.fixed,
    );
    const otherwise = query.otherwise === undefined ? undefined : await withoutSource(s, view, this.tracker);
    return sourcePage({ view, source, reports: inOrderOfText(reports), otherwise, cited });
  }
}
