import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { openLogFileForReading } from '../event-store/sqlite/log-file.js';
import { makeFolder } from './make-folder.js';
import { LOG_IN_BACKUP, MANIFEST, type Manifest, markOf } from './manifest.js';
import { settleOnDisk } from './on-disk.js';
import { type Verified, verifyFile } from './verify-log.js';

const PAGES_AT_A_TIME = 2_000;
const UNFINISHED = '.unfinished';
const NAME = /^tracker-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$/;

/** What is backed up: the log, and what else there is beside it. */
export interface BackedUp {
  readonly log: string;
  readonly others: readonly string[];
}

export interface MadeBackup {
  readonly path: string;
  readonly manifest: Manifest;
  /** The backup is verified: where the log was tampered with before, it is told, and backed up as it is. */
  readonly verified: Verified;
}

/**
 * Backs up an embedded log while it is written: one moment of it, whole, in a folder of its own that is there only once it is complete.
 * @param into the folder of all backups; it is made where there is none
 * @param onProgress told how much is copied, in per cent
 * @throws StoreUnavailable; Error where it cannot be written
 */
export async function makeBackup(what: BackedUp, into: string, now: Date, onProgress: (percent: number) => void): Promise<MadeBackup> {
  const path = join(into, `tracker-${now.toISOString().replaceAll(':', '-')}`);
  const unfinished = `${path}${UNFINISHED}`;
  makeFolder(unfinished);
  try {
    const log = join(unfinished, LOG_IN_BACKUP);
    await copyLogFile(what.log, log, onProgress);
    const verified = verifyFile(log, [], () => undefined);
    const others = what.others.filter((file) => existsSync(file));
    for (const file of others) copyFileSync(file, join(unfinished, basename(file)));
    const names = [LOG_IN_BACKUP, ...others.map((file) => basename(file))];
    const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await markOf(join(unfinished, name))] as const)));
    const { events, withoutHash, position, root } = verified;
    const manifest = { form: 1, madeAt: now.toISOString(), events, withoutHash, position: String(position), sha256: root, files } as const;
    writeFileSync(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const name of [...names, MANIFEST, '.']) settleOnDisk(join(unfinished, name));
    renameSync(unfinished, path);
    settleOnDisk(into);
    return { path, manifest, verified };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** The backups in a folder, oldest first. */
export function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name) && existsSync(join(folder, name, MANIFEST)))
    .sort()
    .map((name) => join(folder, name));
}

/** Takes the oldest backups of a folder away, and what was begun before the newest one and left there. @returns the backups that are gone */
export function keepNewest(folder: string, count: number): string[] {
  const all = backupsIn(folder);
  const newest = basename(all.at(-1) ?? '');
  const leftThere = readdirSync(folder).filter(
    (name) => name.endsWith(UNFINISHED) && NAME.test(name.slice(0, -UNFINISHED.length)) && name < newest,
  );
  for (const name of leftThere) rmSync(join(folder, name), { recursive: true, force: true });
  const gone = all.slice(0, -count);
  for (const path of gone) rmSync(path, { recursive: true, force: true });
  return gone;
}

/** SQLite's online backup, of one moment: whoever writes goes on. */
async function copyLogFile(from: string, to: string, onProgress: (percent: number) => void): Promise<void> {
  const source = openLogFileForReading(from);
  try {
    // What is written meanwhile would make the copy start again.
    source.exec('BEGIN');
    source.prepare('SELECT position FROM event LIMIT 1').get();
    await backup(source, to, {
      rate: PAGES_AT_A_TIME,
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages === 0 ? 100 : (100 * (totalPages - remainingPages)) / totalPages);
      },
    });
  } finally {
    source.close();
  }
  // One file, without a journal beside it.
  const copy = new DatabaseSync(to);
  copy.exec('PRAGMA journal_mode = DELETE');
  copy.close();
}
