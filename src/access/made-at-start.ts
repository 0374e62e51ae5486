import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { type KeyFile, KeyFileDamaged } from './key-file.js';
import { FIRST_START, type KeptKey } from './kept-key.js';
import { hashed, newSecret } from './secret.js';

const FIRST_NAME = 'admin';

const adminKeyFile = z.object({ name: z.string().regex(/^[\w.-]{1,80}$/), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Takes the one key of an older version into `keys.json`, where it goes on; its file is then gone. @throws KeyFileDamaged */
export function takeOverAdminKey(path: string, file: KeyFile, at: string): void {
  if (file.exists || !existsSync(path)) return;
  const { name, hash } = adminKeyIn(path);
  file.write([keyOf(name, { id: 'taken-over', salt: '', hash, createdAt: at, expiresAt: null })]);
  rmSync(path);
}

/** A key for a service that has none with which keys can be made. */
export interface FirstKey {
  readonly text: string;
  /** Writes it. Not before it is shown: a start that fails must not leave a key that nobody saw. */
  readonly keep: () => void;
}

/** @returns undefined where there is an admin key @throws KeyFileDamaged */
export function firstKey(file: KeyFile, hasSetKeys: boolean, at: string): FirstKey | undefined {
  const kept = file.read();
  if (hasSetKeys || kept.some(({ role, negotiations, revokedAt }) => role === 'admin' && negotiations === null && revokedAt === null)) {
    return undefined;
  }
  const { id, text } = newSecret();
  const key = keyOf(freeName(kept), { id, ...hashed(text), createdAt: at, expiresAt: null });
  return {
    text,
    keep: () => {
      file.write([...file.read(), key]);
    },
  };
}

function keyOf(name: string, secret: KeptKey['secrets'][number]): KeptKey {
  return {
    name,
    role: 'admin',
    negotiations: null,
    createdAt: secret.createdAt,
    createdBy: FIRST_START,
    revokedAt: null,
    secrets: [secret],
  };
}

function freeName(kept: readonly KeptKey[]): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? FIRST_NAME : `${FIRST_NAME}-${String(number)}`;
    if (!kept.some((key) => key.name === name)) return name;
  }
}

function adminKeyIn(path: string): z.output<typeof adminKeyFile> {
  try {
    return adminKeyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new KeyFileDamaged(`${path} is damaged; remove it to have a new admin key made`, { cause: error });
  }
}
