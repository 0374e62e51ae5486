import type { FastifyRequest } from 'fastify';
import { Accepted } from './accepted.js';

/** What is offered as CSV too: the answers that are tables. An id may hold dots, so that one thing alone is not. */
const TABLES =
  /^\/v1\/negotiations(\/[^/]+\/(issues|stances|stances\/expired|plans|meetings|reports|parties|persons|sources|propositions|search|changes|matrix))?$/;
/** Of the path: an id in the query may end so too. */
const ENDING = /^([^?]*)\.csv\/?(?=\?|$)/;

/** The path of the same answer as JSON. */
export function withoutCsv(url: string): string {
  const plain = url.replace(ENDING, '$1');
  return plain !== url && isTable(plain) ? plain : url;
}

/** Whether an answer is offered as CSV too. */
export function isTable(url: string): boolean {
  return TABLES.test(pathIn(url));
}

/** Whether a table is asked for as CSV: by the end of its address, or by `Accept` where that prefers it. */
export function isCsvAsked({ url, originalUrl, headers: { accept } }: Pick<FastifyRequest, 'url' | 'originalUrl' | 'headers'>): boolean {
  if (!isTable(url)) return false;
  return ENDING.test(originalUrl) || (accept !== undefined && prefersCsv(accept));
}

function prefersCsv(accept: string): boolean {
  const accepted = new Accepted(accept);
  const [csv, json] = [accepted.quality('text/csv'), accepted.quality('application/json')];
  // Of what is wanted as much, that is preferred which is named.
  return csv > json || (csv > 0 && csv === json && accepted.names('text/csv') && !accepted.names('application/json'));
}

function pathIn(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
