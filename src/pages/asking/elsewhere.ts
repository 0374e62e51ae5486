import { urlOf } from '../../http/answer.js';
import { Redirect } from '../rendering/redirect.js';
import type { Reader } from '../rendering/reader.js';
import { axesFor } from './looking.js';
import type { PageQuestion } from './page-question.js';

/** The form of the time bar names a day and a way of looking at it: the address that says the same by the axes of the API. */
export function elsewhere({ look, day }: PageQuestion, { path, query }: Reader): Redirect | undefined {
  if (look === undefined || day === undefined) return undefined;
  const { look: _l, day: _d, on: _o, asOf: _a, knownBy: _k, recordedBy: _r, ...own } = query;
  return new Redirect(urlOf(path, { ...own, ...axesFor(look, day) }));
}
