import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** How `npm start` runs node: what is measured runs as the service does. */
export interface StartLine {
  readonly flags: readonly string[];
  /** What it sets for the process. */
  readonly environment: Readonly<Record<string, string>>;
}

export function startLine(): StartLine {
  return createRequire(import.meta.url)(resolve('bin/start-line.cjs')) as StartLine;
}
