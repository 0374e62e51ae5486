import { Get, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { faultsOfQuery } from '../../http/faults.js';
import { SearchQuery, searchQuestion } from '../../queries/search/search.query.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { wordsOf } from '../../vocabulary/words.js';
import { named, pageQuestion } from '../asking/page-question.js';
import { Tracker } from '../asking/tracker.js';
import { type View, Views } from '../asking/view.js';
import type { Page } from '../rendering/document.js';
import { PageController } from '../rendering/page-controller.js';
import { FromReader, type Reader } from '../rendering/reader.js';
import { unfolded } from '../parts/folded.js';
import { whereOf } from './where.js';
import { MOST } from './facets.js';
import type { Found } from './found.js';
import { searchPage } from './search.page.js';

const question = pageQuestion({ q: named, type: named, party: named, issue: named, source: named, more: named });
type Asked = z.output<typeof question>;

/** The page that finds reports and entries. */
@PageController('n/:n/search')
export class SearchPageController {
  constructor(
    private readonly tracker: Tracker,
    private readonly views: Views,
  ) {}

  /** Without a word to look for it asks for one. */
  @Get()
  async show(@Param('n') n: string, @Query({ schema: question }) query: Asked, @FromReader() reader: Reader): Promise<Page> {
    const view = await this.views.at(n, query, reader);
    const asked = wordsOf(query.q ?? '').length === 0 ? undefined : searchFor(query, view);
    if (asked === undefined) return searchPage({ view, asked: query, found: undefined, where: new Map() });
    const found = await this.tracker.askCited<Found>(n, '/search', asked, reader);
    const offered = found.body.facets.source.slice(0, MOST).map(({ value }) => value);
    await this.tracker.nameSources(view.sources, [...offered, ...(query.source === undefined ? [] : [query.source])], n, view.fixed);
    const where = await whereOf(unfolded(found.body.items, view), view, this.tracker);
    return searchPage({ view, asked: query, found, where });
  }
}

/** @throws Refusal `invalid-query` where the API would refuse it */
function searchFor({ q, type, party, issue, source }: Asked, { n, fixed }: View): SearchQuery {
  const result = searchQuestion.safeParse({ q, type, party, issue, source, ...fixed, limit: '500' });
  if (result.success) return new SearchQuery(n, result.data);
  throw new Refusal('invalid-query', 'These words cannot be looked for.', faultsOfQuery(result.error.issues));
}
