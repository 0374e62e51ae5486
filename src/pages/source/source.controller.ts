import { Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../../vocabulary/actor.js';
import { formatDay, withinCalendar } from '../../vocabulary/day.js';
import { EntryQuery } from '../../queries/entries/entries.query.js';
import { axesOfPage, named, pageQuestion, type PageQuestion } from '../asking/page-question.js';
import type { Source } from '../asking/entry-shapes.js';
import type { Report } from '../asking/report-shapes.js';
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
    const asked = await this.views.asked(n, query);
    const told = this.tracker.sourcesCited(n, asked.fixed, reader);
    const sources = told.then(({ items }) => items);
    sources.catch(() => undefined);
    const [{ cited }, view] = await Promise.all([told, this.views.of(asked, reader, { sources })]);
    if (!view.sources.areListed) await this.knowLatest(view);
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
    const asked = await this.views.asked(n, query);
    const source = await this.tracker.ask<Source>(new EntryQuery(n, 'source', s, asked.fixed));
    const told = this.tracker.reportsCited(n, { ...asked.fixed, source: s }, reader);
    const actors = told.then(({ reports }) => reports.flatMap(actorsOf));
    const [{ reports, cited }, view] = await Promise.all([told, this.views.of(asked, reader, { actors })]);
    view.sources.know(source);
    const otherwise = query.otherwise === undefined ? undefined : await withoutSource(s, view, this.tracker);
    return sourcePage({ view, source, reports: inOrderOfText(reports), otherwise, cited });
  }
}

/** Who says so: the claimants, and the speaker that the report names. */
function actorsOf({ claim, data }: Report): Actor[] {
  return [...claim.by, ...(typeof data.speaker === 'string' ? [data.speaker] : [])];
}
