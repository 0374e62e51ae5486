import { statfs } from 'node:fs/promises';

/** How much room is left where the data is. */
export class DiskRoom {
  /** Bytes that this process may still write; undefined until it was looked, and where the file system does not say. */
  freeBytes: number | undefined;

  constructor(private readonly folder: string) {}

  async look(): Promise<void> {
    try {
      const { bavail, bsize } = await statfs(this.folder);
      this.freeBytes = bavail * bsize;
    } catch {
      this.freeBytes = undefined;
    }
  }
}
