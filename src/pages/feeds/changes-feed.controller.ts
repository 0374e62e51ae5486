import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { urlOf } from '../../http/answer.js';
import { Clock } from '../../ports/clock.js';
import { named, pageQuestion } from '../asking/page-question.js';
import type { Step } from '../asking/change-shapes.js';
import { Tracker } from '../asking/tracker.js';
import { type View, Views } from '../asking/view.js';
import { wayOf } from '../asking/way.js';
import { effectsOf, ofParty, saidBy } from '../parts/effect.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { sendText } from '../rendering/send-text.js';
import { changesFeed, type Entry } from './changes-feed.js';
import { latestSteps, MOST_STEPS } from './latest-steps.js';

const MOST_ENTRIES = 50;
const HEADERS = { 'content-type': 'application/atom+xml; charset=utf-8' };

const question = pageQuestion({ issue: named, party: named });

/** Atom of what changed in a negotiation, one of its issues, or for a party: in the order in which it was recorded, the latest first. */
@ApiExcludeController()
@Controller('n/:n/changes.atom')
export class ChangesFeedController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
    private readonly clock: Clock,
  ) {}

  @Get()
  async feed(
    @Param('n') n: string,
    @Query({ schema: question }) { issue, party }: z.output<typeof question>,
    @FromReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const view = await this.views.at(n, {}, reader, { hasTimeBar: false });
    const steps = await latestSteps(
      (from) => this.tracker.steps(n, wayOf({ axis: 'recorded', from, to: undefined, issue }, {}), MOST_STEPS),
      this.clock.now(),
    );
    const entries = await this.entries(steps, party, view);
    await this.tracker.nameActors(
      view.names,
      entries.flatMap(({ effects }) => saidBy(effects)),
      n,
      view.fixed,
    );
    const of = party === undefined ? issue && (view.issueTitles.get(issue) ?? issue) : view.names.party(party);
    const title = of === undefined ? view.negotiation.title : `${view.negotiation.title}: ${of}`;
    const lang = reader.namesLanguage ? reader.language : undefined;
    const address = urlOf(`/n/${encodeURIComponent(n)}/changes.atom`, { issue, party, lang });
    return sendText(changesFeed({ view, entries, title, address }), HEADERS, request, reply);
  }

  /** Of the steps those that changed something, each with when it was recorded: an entry of the registry, which tells none, with the step behind it. */
  private async entries(steps: readonly Step[], party: string | undefined, view: View): Promise<Entry[]> {
    const changing = steps
      .map((step) => ({ step, all: effectsOf(step.changes) }))
      .map(({ step, all }) => ({ step, effects: party === undefined ? all : ofParty(all, party) }))
      .filter(({ effects }) => effects.length > 0)
      .slice(0, MOST_ENTRIES);
    const instants = await Promise.all(changing.map(({ step }) => this.recordedAt(step, view)));
    return changing.map((entry, i) => ({ ...entry, recordedAt: instants.slice(i).find((at) => at !== undefined) ?? new Date(0) }));
  }

  private async recordedAt({ cause, position }: Step, { n, fixed }: View): Promise<Date | undefined> {
    if (!('report' in cause)) return undefined;
    const versions = await this.tracker.history(n, cause.report, fixed);
    const version = versions.find((one) => one.position === position) ?? versions[0];
    return version && new Date(version.recordedAt);
  }
}
