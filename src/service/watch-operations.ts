import { Logger } from '@nestjs/common';
import type { DiskRoom } from '../operations/disk/disk-room.js';
import type { ReadModelWatch } from '../operations/read-model-watch.js';
import { every } from '../waiting/every.js';

const LOOK_EVERY_MS = 5_000;

/** Looks at the read model and at the disk now and then, and tells what is new. */
export async function watchOperations(watch: ReadModelWatch, disk: DiskRoom, signal: AbortSignal): Promise<void> {
  const logger = new Logger('ReadModel');
  await every(LOOK_EVERY_MS, signal, async () => {
    await disk.measure();
    // While its thread ends, or the file is swapped, there is nothing to tell.
    for (const { level, fields } of await watch.news().catch(() => [])) logger[level](fields);
  });
}
