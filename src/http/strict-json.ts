import { Refusal } from '../vocabulary/refusal.js';
import { scanJson } from './json-scan.js';
import { limits } from './limits.js';
import { EdgeProblem } from './problem-filter.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses bytes as JSON, and takes nothing that would be kept otherwise than it was sent.
 * @throws EdgeProblem `malformed-json`; Refusal `invalid-body` with the place of each duplicate key and each number that would be altered
 */
export function parseJson(bytes: Uint8Array): unknown {
  const { text, value } = parsed(bytes);
  const { faults, tooDeepAt, prototypeAt } = scanJson(text);
  if (tooDeepAt !== undefined) {
    throw new EdgeProblem(
      'malformed-json',
      `More than ${String(limits.jsonDepth)} levels within each other are not taken, as at ${tooDeepAt}.`,
    );
  }
  if (prototypeAt !== undefined) throw new EdgeProblem('malformed-json', `The key "__proto__" is not allowed, as at ${prototypeAt}.`);
  if (faults.length > 0) throw new Refusal('invalid-body', 'The body holds what would be kept otherwise than it was sent.', faults);
  return value;
}

function parsed(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = utf8.decode(bytes);
    return { text, value: JSON.parse(text) as unknown };
  } catch (error) {
    throw new EdgeProblem('malformed-json', (error as Error).message);
  }
}
