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

/** A file beside the manifest, and nowhere else. */
const NAME = /^\w[\w.-]*$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** @throws NoBackup */
export function manifestOf(backup: string): Manifest {
  const manifest = read(join(backup, MANIFEST));
  const form = (manifest as { form?: unknown } | undefined)?.form;
  if (typeof form === 'number' && form > 1)
    throw new NoBackup(`${backup} was made by a later version of this program (form ${String(form)}): restore it with that one`);
  if (isManifest(manifest)) return manifest;
  throw new NoBackup(`${backup} is no backup: it has no ${MANIFEST} that can be read`);
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** It may come from anywhere. */
function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { form, events, position, sha256, files } = value as Readonly<Record<keyof Manifest, unknown>>;
  if (form !== 1 || !Number.isSafeInteger(events) || !matches(/^\d{1,18}$/, position) || !matches(SHA256, sha256)) return false;
  if (typeof files !== 'object' || files === null) return false;
  return LOG_IN_BACKUP in files && Object.entries(files).every(([name, mark]) => NAME.test(name) && isMark(mark));
}

function isMark(value: unknown): boolean {
  const { bytes, sha256 } = (value ?? {}) as Readonly<Record<keyof FileMark, unknown>>;
  return Number.isSafeInteger(bytes) && matches(SHA256, sha256);
}

function matches(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
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
