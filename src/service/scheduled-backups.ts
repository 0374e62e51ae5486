import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Logger } from '@nestjs/common';
import type { BackupSetting } from '../backup-setting.js';
import { EXIT } from '../command-line/exit-codes.js';
import { backupsIn } from '../safekeeping/make-backup.js';
import type { Clock } from '../ports/clock.js';
import { every } from '../waiting/every.js';

const LOOK_EVERY_MS = 60_000;
/** After one that failed. */
const AGAIN_AFTER_MS = 600_000;

/**
 * Backs up the log whenever the newest backup is old enough, in a process of its own: it reads the log beside this one, and holds up nobody.
 * Ends with the signal.
 * @param program `tracker`
 */
export async function scheduleBackups(
  setting: BackupSetting,
  dataDir: string,
  program: URL,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const logger = new Logger('Backup');
  const words = ['--disable-warning=ExperimentalWarning', fileURLToPath(program), 'backup', setting.folder, '--keep', String(setting.keep)];
  const env = { ...process.env, DATA_DIR: dataDir };
  let failedAt = -Infinity;
  await every(LOOK_EVERY_MS, signal, async () => {
    const now = clock.now();
    try {
      if (now - failedAt >= AGAIN_AFTER_MS && isDue(setting, now)) {
        const { stdout } = await promisify(execFile)(process.execPath, words, { env, signal });
        logger.log(stdout.trim());
      }
    } catch (error) {
      if ((error as Error).name === 'AbortError') return;
      // Then there is a backup, of a log that is not as it was written.
      const isMade = (error as { readonly code?: unknown }).code === EXIT.differs;
      if (!isMade) failedAt = now;
      logger.error(isMade ? whyOf(error) : `the log is not backed up: ${whyOf(error)}`);
    }
  });
}

function isDue({ folder, everyMs }: BackupSetting, now: number): boolean {
  const newest = backupsIn(folder).at(-1);
  const madeAt = newest === undefined ? undefined : instantIn(newest);
  return madeAt === undefined || now - madeAt >= everyMs;
}

/** A backup is called by the instant of which it is. */
function instantIn(path: string): number {
  const [, day, hour, minute, rest] = /tracker-([\d-]{10})T(\d\d)-(\d\d)-([\d.]+Z)$/.exec(path) ?? [];
  return Date.parse(`${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${rest ?? ''}`);
}

function whyOf(error: unknown): string {
  const { stderr, message } = error as { readonly stderr?: string; readonly message: string };
  return stderr?.trim().split('\n').at(-1) ?? message;
}
