import { accessSync, constants } from 'node:fs';
import { optionOf } from './connection-url.js';

/** @throws Error that names the file of the authority where an address names one that cannot be read */
export function requireCaFile(address: string): void {
  const path = optionOf(address, 'tlsCAFile');
  if (path === undefined) return;
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw new Error(`tlsCAFile ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`, { cause: error });
  }
}
