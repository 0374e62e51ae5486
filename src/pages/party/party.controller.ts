import { Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { EntryQuery } from '../../queries/entries/entries.query.js';
import { axesOfPage, named, pageQuestion, type PageQuestion } from '../asking/page-question.js';
import type { Party } from '../asking/entry-shapes.js';
import { namedIn } from '../asking/named.js';
import { Tracker } from '../asking/tracker.js';
import { Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { partiesPage } from './parties.page.js';
import { partyPage } from './party.page.js';

const question = pageQuestion({ with: named });

/** The parties of a negotiation, and what one of them holds. */
@PageController('n/:n/parties')
export class PartyPageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  @Get()
  async list(@Param('n') n: string, @Query({ schema: axesOfPage }) query: PageQuestion, @FromReader() reader: Reader): Promise<Page> {
    const asked = await this.views.asked(n, query);
    const told = this.tracker.partiesCited(n, asked.fixed, reader);
    const parties = told.then(({ items }) => items);
    const [{ cited }, view] = await Promise.all([told, this.views.of(asked, reader, { parties })]);
    return partiesPage(view, cited);
  }

  @Get(':p')
  async show(
    @Param('n') n: string,
    @Param('p') p: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    const asked = await this.views.asked(n, query);
    const { fixed } = asked;
    const party = namedIn(reader.language, await this.tracker.ask<Party>(new EntryQuery(n, 'party', p, fixed)));
    const other = query.with;
    const held = Promise.all([
      this.tracker.stancesCited(n, { ...fixed, party: p }, reader),
      other === undefined ? [] : this.tracker.stances(n, { ...fixed, party: other }),
    ]);
    const actors = held.then(([{ items }, beside]) => [...items, ...beside].flatMap(({ by }) => by));
    const [[{ items: stances, cited }, beside], persons, view] = await Promise.all([
      held,
      this.tracker.persons(n, fixed),
      this.views.of(asked, reader, { actors }),
    ]);
    return partyPage({ view, party, other, stances, cited, beside, persons: persons.filter((person) => person.party === p) });
  }
}
