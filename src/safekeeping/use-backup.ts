import { copyFileSync, existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.js';
import { makeFolder } from './make-folder.js';
import { LOG_IN_BACKUP, type Manifest, manifestOf, markOf, NoBackup } from './manifest.js';
import { settleOnDisk } from './on-disk.js';
import { type Verified, verifyFile } from './verify-log.js';
import type { KeptRoot } from './verification.js';

/** A backup is restored into an empty place only. */
export class NotEmpty extends Error {}

/** What is found of a backup: its log by the hashes of its events, its files by the manifest. @throws NoBackup */
export async function verifyBackup(
  backup: string,
  roots: readonly KeptRoot[] = [],
  onProgress: (events: number) => void = () => undefined,
): Promise<Verified> {
  const manifest = manifestOf(backup);
  const files = await filesThatDiffer(backup, manifest);
  const log = join(backup, LOG_IN_BACKUP);
  if (!existsSync(log)) throw new NoBackup(`${log} is not there`);
  const noted = { position: BigInt(manifest.position), sha256: manifest.sha256 };
  const verified = verifyFile(log, [noted, ...roots], onProgress);
  const count = verified.events === manifest.events ? [] : [otherCount(verified, manifest)];
  const findings = [...files, ...count, ...verified.findings];
  return { ...verified, findings, findingCount: verified.findingCount + files.length + count.length };
}

/**
 * Puts the files of a backup into a folder that is empty or not there; the log comes last, so that a folder with a log is whole.
 * The backup is to be verified before.
 * @throws NoBackup; NotEmpty; Error where it cannot be written
 */
export function restoreBackup(backup: string, into: string): void {
  const names = Object.keys(manifestOf(backup).files).filter((name) => name !== LOG_IN_BACKUP);
  if (existsSync(into) && readdirSync(into).length > 0)
    throw new NotEmpty(`${into} is not empty: a backup is restored into an empty folder only`);
  makeFolder(into);
  for (const name of [...names, LOG_IN_BACKUP]) {
    const unfinished = join(into, `${name}.unfinished`);
    copyFileSync(join(backup, name), unfinished);
    settleOnDisk(unfinished);
    renameSync(unfinished, join(into, name));
  }
  settleOnDisk(into);
}

async function filesThatDiffer(backup: string, { files }: Manifest): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    const path = join(backup, name);
    const mark = existsSync(path) ? await markOf(path) : undefined;
    if (mark?.bytes === bytes && mark.sha256 === sha256) continue;
    const detail = `${name} is ${mark === undefined ? 'not there' : 'not the file that was backed up'}`;
    findings.push({ code: mark === undefined ? 'missing' : 'changed', position: null, stream: null, detail });
  }
  return findings;
}

function otherCount({ events }: Verified, manifest: Manifest): Finding {
  const detail = `it holds ${String(events)} events, and ${String(manifest.events)} were backed up`;
  return { code: 'other-count', position: null, stream: null, detail };
}
