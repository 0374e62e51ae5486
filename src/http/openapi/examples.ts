import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an operation is sent and answers, as it was recorded on the seeds by `npm run examples`. */
export interface Examples {
  /** The body that is sent, by media type. */
  readonly sent?: Readonly<Record<string, unknown>>;
  /** By status and media type. */
  readonly answered: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const FOLDER = join(import.meta.dirname, 'examples');

/** Undefined where none were recorded. */
export function examplesOf(operationId: string): Examples | undefined {
  const file = join(FOLDER, `${operationId}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Examples) : undefined;
}
