import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What an operation is sent and answers, as `npm run examples` recorded it on the seeds: long lists cut. */
export interface Examples {
  /** The body that is sent, by media type. */
  readonly sent: Readonly<Record<string, unknown>>;
  /** By status and media type. */
  readonly answered: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const FOLDER = fileURLToPath(new URL('examples', import.meta.url));
const NONE: Examples = { sent: {}, answered: {} };

/** The examples of an operation; a test holds that there is one for each of its bodies and good answers. */
export function examplesOf(operationId: string): Examples {
  const file = join(FOLDER, `${operationId}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Examples) : NONE;
}
