import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/**
 * A thread that has so much room for what is young in its memory, and no more, whatever the command line of the process says of all of them: that
 * would come before the limit of a thread.
 * @param entry its program
 * @param data what it is given at its start
 * @param youngMb in megabytes
 */
export function threadWithRoom(entry: URL, data: unknown, youngMb: number): Worker {
  // It is read where the memory of a thread is made; that of this one is made already.
  setFlagsFromString('--max-semi-space-size=0');
  return new Worker(entry, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
}
