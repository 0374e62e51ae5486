import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SEED_FILE = /^[\w-]+\.json$/;

/** A file of seeds: an array of import entries. */
export interface SeedFile {
  readonly name: string;
  readonly entries: readonly unknown[];
}

/** The files of a folder in the order of their names. @throws Error that names the file that cannot be read */
export function readSeedFiles(folder: string): SeedFile[] {
  return readdirSync(folder)
    .filter((name) => SEED_FILE.test(name))
    .sort()
    .map((name) => ({ name, entries: readEntries(join(folder, name)) }));
}

function readEntries(path: string): unknown[] {
  try {
    const parsed = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    if (Array.isArray(parsed)) return parsed;
  } catch (error) {
    throw new Error(`the seeds in ${path} are not JSON: ${(error as Error).message}`, { cause: error });
  }
  throw new Error(`the seeds in ${path} are not an array of entries`);
}
