import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Settles that a file, or the names in a folder, are on the disk. */
export function settleOnDisk(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
