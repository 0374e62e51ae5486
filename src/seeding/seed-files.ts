import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SEED_FILE = /^[\w-]+\.json$/;

/** A file of seeds: an array of import entries. */
export interface SeedFile {
  readonly name: string;
  /** As it is: the import reads it. */
  readonly bytes: Uint8Array;
}

/** The files of a folder in the order of their names. */
export function readSeedFiles(folder: string): SeedFile[] {
  return readdirSync(folder)
    .filter((name) => SEED_FILE.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}
