import type { FastifyRequest } from 'fastify';

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
  const ranges = accept.split(',', 20).map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) };
  });
  const best = (types: readonly string[]): number =>
    Math.max(0, ...ranges.filter(({ type }) => types.includes(type)).map(({ quality }) => quality));
  return (
    best(['text/csv']) > best(['application/json']) || (best(['text/csv']) > 0 && best(['application/json', 'application/*', '*/*']) === 0)
  );
}

function pathIn(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
