import { resolve } from 'node:path';
import { BadSetting } from './bad-setting.js';
import { numberIn } from './setting-values.js';

/** When the embedded log is backed up by itself. */
export interface BackupSetting {
  /** Absolute path of the folder of all backups. */
  readonly folder: string;
  readonly everyMs: number;
  /** How many of them. */
  readonly keep: number;
}

const MS_PER_HOUR = 3_600_000;
const MOST_HOURS = 8_760;
const MOST_KEPT = 10_000;

/** @returns undefined where no folder is set @throws BadSetting also where the log is not the embedded one */
export function backupIn(folder: string, hours: string, keep: string, eventStoreUrl: string | undefined): BackupSetting | undefined {
  const everyMs = MS_PER_HOUR * numberIn('BACKUP_HOURS', hours, 1, MOST_HOURS, 'a number of hours');
  const kept = numberIn('BACKUP_KEEP', keep, 1, MOST_KEPT);
  if (folder === '') return undefined;
  if (eventStoreUrl !== undefined)
    throw new BadSetting('BACKUP_DIR backs up the embedded log, and EVENT_STORE_URL names another: that is backed up where it is');
  return { folder: resolve(folder), everyMs, keep: kept };
}
