import type { DatabaseSync } from 'node:sqlite';
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
    return new LogBesideItsOwner(openLogFileForReading(path), new Changes());
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
