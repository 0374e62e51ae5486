import { z } from 'zod';
import { names } from '../../http/answers/entries.answer.js';
import { certainty, edtfTold } from '../../http/answers/words.answer.js';
import { PLACES } from '../../rules/search-match.js';
import { listAnswer } from '../asking/answers/frame.answer.js';
import { HIT_TYPES } from './search.query.js';

const hit = z
  .object({
    type: z.enum(HIT_TYPES).describe('A kind of entry, or a type of report'),
    id: z.string(),
    title: z.string().describe('Its name, title, text or summary'),
    names,
    matched: z.array(z.enum(PLACES)).describe('Where the words are: in its names, the summary, points of a plan, or in what it names'),
    occurred: edtfTold.nullable().describe('Of a report alone, as what follows'),
    source: z.string().nullable(),
    certainty: certainty.nullable(),
  })
  .meta({ id: 'Hit', description: 'Something that was found' });

const facet = z.array(z.object({ value: z.string(), count: z.int() })).describe('The most frequent first');

export const searchAnswer = listAnswer('Search', hit, {
  found: z.int().describe('How many hits there are, of those that were looked at'),
  more: z.boolean().describe('Whether there are more: then a filter or another word helps'),
  facets: z.object({ type: facet, party: facet, issue: facet, source: facet }).describe('How many of the hits are of each'),
});
