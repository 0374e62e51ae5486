import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportLine } from '../../generator/import-lines.js';
import { Child, type Program } from '../../servers/child.js';

/** What is measured on a real server. */
export interface ServerPlace {
  readonly url: string;
  readonly folder: string;
  /** Of this run alone: the log of a server is kept. */
  readonly negotiation: string;
  readonly lines: readonly ImportLine[];
  readonly isQuick: boolean;
}

/** Starts a node on the server. @param name of its folder, which is empty the first time */
export async function startNode({ url, folder }: ServerPlace, name: string, program: Program = 'service'): Promise<Child> {
  const dataDir = join(folder, name);
  mkdirSync(dataDir, { recursive: true });
  return Child.start(program, dataDir, { EVENT_STORE_URL: url });
}
