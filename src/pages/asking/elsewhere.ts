import { urlOf } from '../../http/answer.js';
import { parseDay } from '../../vocabulary/day.js';
import { Redirect } from '../rendering/redirect.js';
import type { Reader } from '../rendering/reader.js';
import { axesFor, DAY_PERSPECTIVES } from './perspective.js';

/**
 * The form of the time bar names a day and a perspective on it: the address that says the same by the axes of the API. Addresses of
 * before call the perspective `look`.
 */
export function elsewhere({ path, query }: Pick<Reader, 'path' | 'query'>): Redirect | undefined {
  const { look, perspective: named = look, day, on: _o, asOf: _a, knownBy: _k, recordedBy: _r, ...own } = query;
  const perspective = DAY_PERSPECTIVES.find((one) => one === named);
  // What is no day, or no perspective, is told by the page that is asked for.
  if (perspective === undefined || day === undefined || parseDay(day) === undefined) return undefined;
  return new Redirect(urlOf(path, { ...own, ...axesFor(perspective, day) }));
}
