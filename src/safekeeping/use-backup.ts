import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from './finding.js';
import { makeFolder } from './make-folder.js';
import { LOG_IN_BACKUP, type Manifest, manifestOf, markOf, NoBackup } from './manifest.js';
import { settleOnDisk } from './on-disk.js';
import { type Verified, verifyFile } from './verify-log.js';
import type { KeptRoot } from './verification.js';

const UNFINISHED = '.unfinished';

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
 * Puts the files of a backup into a folder that is empty or not there; the log comes last, so that a folder with a log is whole. Where that fails
 * nothing of it stays, and what one that was killed has left there is no hindrance.
 * The backup is to be verified before.
 * @throws NoBackup; NotEmpty; Error where it cannot be written
 */
export function restoreBackup(backup: string, into: string): void {
  const others = Object.keys(manifestOf(backup).files).filter((name) => name !== LOG_IN_BACKUP);
  const files = [...others, LOG_IN_BACKUP].map((name) => ({
    from: join(backup, name),
    unfinished: join(into, `${name}${UNFINISHED}`),
    to: join(into, name),
  }));
  const left = files.map(({ unfinished }) => basename(unfinished));
  makeFolder(into);
  if (readdirSync(into, { withFileTypes: true }).some((one) => !one.isFile() || !left.includes(one.name)))
    throw new NotEmpty(`${into} is not empty: a backup is restored into an empty folder only`);
  try {
    for (const { from, unfinished } of files) {
      copyFileSync(from, unfinished);
      settleOnDisk(unfinished);
    }
    for (const { unfinished, to } of files) renameSync(unfinished, to);
  } catch (error) {
    for (const { unfinished, to } of files) for (const path of [unfinished, to]) rmSync(path, { force: true });
    throw error;
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
