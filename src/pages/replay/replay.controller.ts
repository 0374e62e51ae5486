import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { named, pageQuestion } from '../asking/page-question.js';
import { Tracker } from '../asking/tracker.js';
import { Views } from '../asking/view.js';
import { WAY_AXES, wayOf } from '../asking/way.js';
import { effectsOf, saidBy } from '../parts/effect.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { replayPage } from './replay.page.js';

/** Steps that are counted; of a longer way these are its beginning. */
const MOST_STEPS = 1_000;

const question = pageQuestion({
  axis: z.enum(WAY_AXES).optional(),
  from: named,
  to: named,
  issue: named,
  step: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .optional(),
});

/** How a state came about, step by step. */
@PageController('n/:n/replay')
export class ReplayPageController {
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
    const at = await this.views.asked(n, query);
    const { axis = 'published', from, to, issue } = query;
    const way = wayOf({ axis, from, to, issue }, { ...query, recordedBy: axis === 'recorded' ? undefined : at.fixed.recordedBy });
    const wanted = Number(query.step ?? '1');
    const [view, { count, step }, { changes, cited }] = await Promise.all([
      this.views.of(at, reader, { hasTimeBar: false }),
      this.tracker.step(n, way, { number: wanted, most: MOST_STEPS }),
      this.tracker.changesCited(n, way, reader),
    ]);
    const effects = effectsOf(step?.changes ?? []);
    await this.tracker.nameActors(view.names, saidBy(effects), n, view.fixed);
    return replayPage({
      changes,
      cited,
      view,
      asked: { axis, from, to, issue },
      step: step ?? undefined,
      number: Math.min(wanted, Math.max(1, count)),
      steps: count,
      isCutOff: count === MOST_STEPS,
      effects,
    });
  }
}
