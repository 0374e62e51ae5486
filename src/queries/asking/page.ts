import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import { Answer, type AskedAs } from '../../http/answer.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { atView, axesOf } from './at-view.js';

const DEFAULT_LIMIT = 50;

export interface PageQuery {
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
}

/** How many items a page holds. */
export function limitOf({ limit }: PageQuery): number {
  return limit === undefined ? DEFAULT_LIMIT : Number(limit);
}

/** A page of a list as an answer. */
export function pageAnswer(
  { at }: Pick<SceneReader, 'at'>,
  items: readonly unknown[],
  nextCursor: string | null,
  query: PageQuery & Record<string, unknown>,
): Answer {
  return new Answer({ at: atView(at), items }, { ...filtersOf(query), ...axesOf(at), cursor: query.cursor }, nextCursor);
}

/** The key of the last item of the page before. @throws Refusal `invalid-query` where the cursor holds none */
export function keyIn(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (toCursor(key) !== cursor) throw invalidCursor();
  return key;
}

/** The cursor behind an item. */
export function toCursor(key: string): string {
  return Buffer.from(key).toString('base64url');
}

/** The refusal of a cursor that is none of its list. */
export function invalidCursor(): Refusal {
  return new Refusal('invalid-query', 'The cursor is none of this list.', [
    { parameter: 'cursor', code: 'invalid-cursor', detail: 'take it from `next` of the page before, unaltered' },
  ]);
}

/** The parameters of a question beside the axes. */
export function filtersOf(query: Record<string, unknown>): AskedAs {
  const { asOf: _a, knownBy: _k, on: _o, recordedBy: _r, certainty: _c, without: _w, voice: _v, ...filters } = query;
  return filters as AskedAs;
}
