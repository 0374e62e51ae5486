import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a backup is known by. */
export interface Manifest {
  readonly form: 1;
  readonly madeAt: string;
  readonly events: number;
  /** Those of them that were written before events had hashes. */
  readonly withoutHash: number;
  /** Of the last event, in decimal digits. */
  readonly position: string;
  /** The root of the log up to there, in hexadecimal digits. */
  readonly sha256: string;
  /** Its files, by their names. */
  readonly files: Readonly<Record<string, FileMark>>;
}

export interface FileMark {
  readonly bytes: number;
  readonly sha256: string;
}

/** It is no backup, or one that is not whole. */
export class NoBackup extends Error {}

export const MANIFEST = 'manifest.json';
export const LOG_IN_BACKUP = 'log.sqlite';

/** @throws NoBackup */
export function manifestOf(backup: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(join(backup, MANIFEST), 'utf8')) as Manifest;
    // The form may be a later one, whatever the type says.
    if ((manifest.form as number) === 1 && LOG_IN_BACKUP in manifest.files) return manifest;
  } catch {
    // Told below.
  }
  throw new NoBackup(`${backup} is no backup: it has no ${MANIFEST} that can be read`);
}

/** The size of a file, and the SHA-256 of its bytes. */
export async function markOf(path: string): Promise<FileMark> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
