import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Config } from '../config.js';
import { type AdminKey, hashOfKey } from '../http/admin-keys.js';
import { CannotStart } from './cannot-start.js';

const KEY_BYTES = 24;

/** The keys that may write, and the one that was made just now: it is shown once and kept only as a hash. */
export interface LoadedKeys {
  readonly keys: readonly AdminKey[];
  readonly made: string | undefined;
  /** Writes what is to be kept. Not before the key is shown: a start that fails must not leave a key that nobody saw. */
  readonly keep: () => void;
}

/** The keys of the settings, or else the one of an earlier start, or else a new one. @throws CannotStart */
export function loadAdminKeys(settings: Config['adminKeys'], path: string): LoadedKeys {
  if (settings) return { keys: settings.map(({ name, key }) => ({ name, hash: hashOfKey(key) })), made: undefined, keep: () => undefined };
  if (existsSync(path)) return { keys: [readKey(path)], made: undefined, keep: () => undefined };
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const kept: AdminKey = { name: 'admin', hash: hashOfKey(key) };
  const keep = (): void => {
    writeFileSync(path, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  };
  return { keys: [kept], made: key, keep };
}

function readKey(path: string): AdminKey {
  try {
    const { name, hash } = JSON.parse(readFileSync(path, 'utf8')) as Partial<AdminKey>;
    if (typeof name === 'string' && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)) return { name, hash };
  } catch {
    // Told below: what is wrong with the file matters less than what to do about it.
  }
  throw new CannotStart(`${path} is damaged; remove it to have a new admin key made`);
}
