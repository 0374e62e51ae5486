import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../safekeeping/make-folder.js';
import { CannotStart } from './cannot-start.js';

/** The files that the service writes. */
export interface DataFiles {
  readonly log: string;
  readonly readModel: string;
  /** Webhooks, where the log is embedded; else they stand in streams of their own beside it. */
  readonly webhooks: string;
  readonly keys: string;
  readonly keyUse: string;
  /** Of versions that knew one key; taken over into `keys`. */
  readonly adminKey: string;
  /** Stands while seeds are being loaded: a start that finds it completes what was interrupted. */
  readonly seeding: string;
}

/** Makes a folder where there is none. @param setting that names it @throws CannotStart where it cannot be written to */
export function prepareFolder(setting: string, path: string): void {
  try {
    makeFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(`${setting} ${path} cannot be written to (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
}

/** Makes the folder where there is none. @throws CannotStart where it cannot be written to */
export function prepareDataDir(path: string): DataFiles {
  prepareFolder('DATA_DIR', path);
  return {
    log: join(path, 'log.sqlite'),
    readModel: join(path, 'read-model.sqlite'),
    webhooks: join(path, 'webhooks.sqlite'),
    keys: join(path, 'keys.json'),
    keyUse: join(path, 'keys-used.json'),
    adminKey: join(path, 'admin-key.json'),
    seeding: join(path, 'seeding-under-way'),
  };
}
