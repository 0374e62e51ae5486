import { Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { EntriesQuery, EntryQuery } from '../../queries/entries/entries.query.js';
import { StancesQuery } from '../../queries/stances/stances.query.js';
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
    const view = await this.views.at(n, query, reader);
    const cited = await this.tracker.cited(n, '/parties', new EntriesQuery(n, 'party', { ...view.fixed, limit: '500' }), reader);
    return partiesPage(view, cited);
  }

  @Get(':p')
  async show(
    @Param('n') n: string,
    @Param('p') p: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @FromReader() reader: Reader,
  ): Promise<Page> {
    const view = await this.views.at(n, query, reader);
    const party = namedIn(reader.language, await this.tracker.ask<Party>(new EntryQuery(n, 'party', p, view.fixed)));
    const other = query.with;
    const [stances, beside, persons] = await Promise.all([
      this.tracker.stances(n, { ...view.fixed, party: p }),
      other === undefined ? [] : this.tracker.stances(n, { ...view.fixed, party: other }),
      this.tracker.persons(n, view.fixed),
    ]);
    await this.tracker.nameActors(
      view.names,
      [...stances, ...beside].flatMap(({ by }) => by),
      n,
      view.fixed,
    );
    const cited = await this.tracker.cited(n, '/stances', new StancesQuery(n, { ...view.fixed, party: p, limit: '500' }), reader);
    return partyPage({ view, party, other, stances, cited, beside, persons: persons.filter((person) => person.party === p) });
  }
}
