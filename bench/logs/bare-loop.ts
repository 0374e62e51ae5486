import { DatabaseSync } from 'node:sqlite';
import { logPath } from './built-log.js';

const PAGE = 500;

interface BareRow {
  readonly position: number;
  readonly data: string;
  readonly metadata: string;
}

/**
 * Reads a closed log page by page and parses what it holds, and nothing else: what any use of the whole log costs at least.
 * @returns events per second
 */
export function bareLoop(folder: string): number {
  const file = new DatabaseSync(logPath(folder), { readOnly: true });
  const page = file.prepare('SELECT * FROM event WHERE position > ? ORDER BY position LIMIT ?');
  let events = 0;
  let position = 0;
  const start = performance.now();
  for (;;) {
    const rows = page.all(position, PAGE) as unknown as BareRow[];
    for (const { data, metadata } of rows) {
      JSON.parse(data);
      JSON.parse(metadata);
    }
    events += rows.length;
    position = rows.at(-1)?.position ?? position;
    if (rows.length < PAGE) break;
  }
  const seconds = (performance.now() - start) / 1_000;
  file.close();
  return events / seconds;
}
