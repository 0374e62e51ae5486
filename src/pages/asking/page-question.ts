import { z } from 'zod';
import { toldBeside } from '../../http/fields/told-beside.js';
import { axes } from '../../queries/asking/axes.schema.js';
import { LANGUAGE_CODES } from '../words/languages.js';
import { DAY_PERSPECTIVES } from './perspective.js';

const text = z.string().max(500).optional();

/** What every page takes in its URL: the axes by the names of the API, the language, and what the form of the time bar sends. */
const shared = {
  ...axes,
  lang: z.enum(LANGUAGE_CODES).optional().catch(undefined),
  perspective: z.enum(DAY_PERSPECTIVES).optional(),
  day: axes.asOf,
};

/**
 * The question of a page. A form sends empty fields, and links are shared with parameters of others: both are passed over, where
 * the API would refuse them.
 */
export function pageQuestion<S extends z.ZodRawShape>(own: S) {
  const question = z
    .object({ ...shared, ...own })
    .refine(({ on, asOf, knownBy }: Given) => on === undefined || (asOf ?? knownBy) === undefined, {
      path: ['on'],
      message: 'stands for asOf and knownBy: give either it or them',
      params: { code: 'conflict' },
      ...toldBeside,
    });
  return z.preprocess(withoutEmptyFields, question);
}

/** A parameter of a page that names something. */
export const named = text;

export const axesOfPage = pageQuestion({});
export type PageQuestion = z.output<typeof axesOfPage>;

type Given = Partial<Record<'on' | 'asOf' | 'knownBy', unknown>>;

function withoutEmptyFields(query: unknown): unknown {
  if (typeof query !== 'object' || query === null) return query;
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
