import { statfs } from 'node:fs/promises';
import type { LogCall, LogObserver } from '../../event-store/observed-event-store.js';
import { LogFull } from '../../event-store/event-store.js';

/** How much room is left where the data is. */
export class DiskRoom implements LogObserver {
  /** Bytes that this process may still write; undefined until it was measured, and where the file system does not say. */
  freeBytes: number | undefined;

  /** Whether the log last took nothing for want of room. */
  private isFull = false;

  constructor(private readonly folder: string) {}

  /** Why nothing is recorded, in words; undefined where there is room. */
  get fault(): string | undefined {
    if (!this.isFull) return undefined;
    const free = this.freeBytes === undefined ? '' : `; ${String(this.freeBytes)} bytes are free there`;
    return `the log cannot grow in ${this.folder}${free}`;
  }

  called({ operation, error }: LogCall): void {
    if (operation !== 'append') return;
    if (error === undefined) this.isFull = false;
    else if (error instanceof LogFull) this.isFull = true;
  }

  async measure(): Promise<void> {
    try {
      const { bavail, bsize } = await statfs(this.folder);
      this.freeBytes = bavail * bsize;
    } catch {
      this.freeBytes = undefined;
    }
  }
}
