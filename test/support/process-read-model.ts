import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './process-program.js';

const PAGE_BYTES = 4_096;
/** A file that is larger than this is not read whole at the start. */
const LARGE_BYTES = 70 * 1024 * 1024;

/** Changes the file of a read model that no program has open. */
export function alter(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

/** Makes a file large, and overwrites the pages of rows in its tables and indexes, but the first one of each. */
export function enlargeAndScratch(path: string): void {
  const database = new DatabaseSync(path);
  const leaves = database
    .prepare(`SELECT pageno FROM dbstat WHERE name <> 'sqlite_schema' AND pagetype = 'leaf' AND path GLOB '*[1-9a-f]*'`)
    .all() as unknown as {
    pageno: number;
  }[];
  database.exec(`CREATE TABLE ballast (bytes BLOB); INSERT INTO ballast VALUES (zeroblob(${String(LARGE_BYTES)}))`);
  database.close();
  const file = openSync(path, 'r+');
  for (const { pageno } of leaves) writeSync(file, Buffer.alloc(PAGE_BYTES, 0xab), 0, PAGE_BYTES, (pageno - 1) * PAGE_BYTES);
  closeSync(file);
}

/** The files that a rebuild has beside the one in use. */
export function filesOfRebuild(dataDir: string): string[] {
  return readdirSync(dataDir).filter((name) => name.includes('rebuild'));
}

/** Settles once a program has caught up. */
export async function ready(program: Program): Promise<void> {
  while ((await fetch(`${program.url}/health/ready`)).status !== 200) await pause(20);
}
