import { Answer } from '../http/answer.js';
import { quotedPosition } from '../http/log-root.js';
import type { Position } from '../vocabulary/position.js';
import type { ToldResult } from './query-messages.js';

/** A result as it goes between threads, and the text of it that is made as it is taken. */
export interface Told {
  readonly result: ToldResult;
  readonly chunks?: AsyncIterable<string>;
}

/** @param rootAt the root of the log up to a position, where it is known */
export function toldResult(result: unknown, rootAt: (position: Position) => string | undefined): Told {
  if (result instanceof Answer) {
    const { text, query, nextCursor } = result;
    const position = quotedPosition(query);
    return { result: { kind: 'answer', text, query, nextCursor, root: position === undefined ? undefined : rootAt(position) } };
  }
  if (isChunks(result)) return { result: { kind: 'chunks' }, chunks: result };
  if (typeof result === 'object' && result !== null && 'body' in result && isChunks(result.body)) {
    const { body, ...value } = result;
    return { result: { kind: 'with-chunks', value }, chunks: body };
  }
  return { result: { kind: 'value', value: result } };
}

/** The result that another thread told of. @param chunks gives what it makes, as it is taken */
export function resultTold(result: ToldResult, chunks: () => AsyncIterableIterator<string>): unknown {
  switch (result.kind) {
    case 'answer':
      return Answer.ofText(result.text, result.query, result.nextCursor, result.root);
    case 'value':
      return result.value;
    case 'chunks':
      return chunks();
    case 'with-chunks':
      return { ...result.value, body: chunks() };
  }
}

function isChunks(value: unknown): value is AsyncIterable<string> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
