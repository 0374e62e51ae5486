import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../event-store.js';
import { Changes } from './changes.js';
import { openLogFileForReading } from './log-file.js';
import { LogReading } from './log-reading.js';

/** The embedded log, read in another thread than the one that appends; it has to be told when something was appended. */
export class LogBesideItsOwner extends LogReading {
  private constructor(
    private readonly file: DatabaseSync,
    private readonly told: Changes,
  ) {
    super(file, told);
  }

  /** @throws StoreUnavailable */
  static open(path: string): LogBesideItsOwner {
    const file = openLogFileForReading(path);
    try {
      return new LogBesideItsOwner(file, new Changes());
    } catch (error) {
      file.close();
      throw new StoreUnavailable(`${path} is no log: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Something was appended. */
  appended(): void {
    this.told.notify();
  }

  override async close(): Promise<void> {
    await super.close();
    if (this.file.isOpen) this.file.close();
  }
}
