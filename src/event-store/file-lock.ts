import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;
/** Longer than anybody who only looks holds it, milliseconds. */
export const LOOKED_AT_MS = 500;

/** The file belongs to another process, or to another part of this one. */
export class FileInUse extends Error {}

/**
 * That a file belongs to one owner, who may open it as often as he likes, in as many threads as he likes. The lock is that of an
 * empty database beside the file: whatever ends the process, the system lets go of it.
 */
export class FileLock {
  private constructor(private readonly held: DatabaseSync) {}

  /**
   * @param path of the file that is to be owned
   * @param waitMs how long it is waited for: who only looks whether it is held lets go at once
   * @throws FileInUse; Error where the folder cannot be written
   */
  static take(path: string, waitMs = 0): FileLock {
    const held = new DatabaseSync(`${path}.lock`, { timeout: waitMs });
    try {
      held.exec('BEGIN EXCLUSIVE');
      return new FileLock(held);
    } catch (error) {
      held.close();
      if (isBusy(error)) throw new FileInUse(`${path} is in use by another process`, { cause: error });
      throw error;
    }
  }

  /**
   * Keeps others from owning a file that is only read, where somebody has owned it before: nothing is made beside it.
   * @throws FileInUse
   */
  static hold(path: string): FileLock | undefined {
    if (!existsSync(`${path}.lock`)) return undefined;
    try {
      return FileLock.take(path, LOOKED_AT_MS);
    } catch (error) {
      if (error instanceof FileInUse) throw error;
      // What cannot be written to is owned by nobody.
      return undefined;
    }
  }

  release(): void {
    if (this.held.isOpen) this.held.close();
  }
}

/** The low byte of an error of SQLite is its code. */
function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' && (errcode & 0xff) === SQLITE_BUSY;
}
