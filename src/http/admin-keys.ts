import { createHash, timingSafeEqual } from 'node:crypto';

/** A key that may write, by the name that its posts carry. Only the hash is kept. */
export interface AdminKey {
  readonly name: string;
  /** SHA-256, hex. The key is long and random, so a slow hash would add nothing. */
  readonly hash: string;
}

export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Who may write. */
export class AdminKeys {
  constructor(private readonly keys: readonly AdminKey[]) {}

  /** The name of the key in an Authorization header; undefined where it holds none of ours. */
  nameOf(authorization: string | undefined): string | undefined {
    const key = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
    if (key === undefined) return undefined;
    const hash = Buffer.from(hashOfKey(key), 'hex');
    // Every key is compared, each in constant time: the answer's time tells nothing.
    const found = this.keys.filter((known) => timingSafeEqual(Buffer.from(known.hash, 'hex'), hash));
    return found[0]?.name;
  }
}
