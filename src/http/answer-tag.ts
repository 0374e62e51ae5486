import { createHash } from 'node:crypto';
import { type Answer, urlOf } from './answer.js';

/**
 * The ETag of a read: a hash over its whole answer but the position R of the log up to which it was read, which moves with every event
 * whether or not that changes anything here. It is weak, for two answers with the same tag may differ in that position; each is true.
 * @param text the body as this asker is shown it, without `next`
 */
export function tagOf(answer: Answer, text: string): string {
  const { revision, query, nextCursor } = answer;
  // The revision is what `If-Match` takes, and that compares strongly.
  if (revision !== undefined) return `"${revision}"`;
  const { recordedBy, ...others } = query;
  const position = typeof recordedBy === 'string' ? recordedBy : positionIn(text);
  const next = nextCursor === undefined ? '' : urlOf('', { ...others, cursor: nextCursor ?? undefined });
  // A quote within a text is escaped, so this is a field and nothing else.
  const timeless = position === undefined ? text : text.replaceAll(`"recordedBy":"${position}"`, '"recordedBy":""');
  return `W/"${createHash('sha256').update(timeless).update(next).digest('base64url')}"`;
}

/** The ETag of what says nothing of R, such as a table as CSV: a hash over all of it. */
export function tagOfBytes(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url')}"`;
}

/** Of what moves along the recorded axis the query names no R: it is where the way ends. */
function positionIn(text: string): string | undefined {
  return /^\{"at":\{[^}]*"recordedBy":"(@\d+)"/.exec(text)?.[1];
}

/** Whether `If-None-Match` names a tag. It compares weakly. */
export function isNamed(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((tag) => tag.trim() === '*' || opaque(tag.trim()) === opaque(etag));
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}
