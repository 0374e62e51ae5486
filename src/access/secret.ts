import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 6;
const SECRET_BYTES = 32;
const SALT_BYTES = 16;
const FORM = /^nt_([0-9a-f]{12})_[\w-]{43}$/;

/** What is kept of a key's text: enough to know it again, not to make it. */
export interface HashedText {
  /** Hex; empty for a key of a version that did not salt. */
  readonly salt: string;
  /** SHA-256 of salt and text, hex. The text is long and random, so a slow hash would add nothing. */
  readonly hash: string;
}

/** A new text that nobody can guess. It names its own id, so that one hash is enough to know it. */
export function newSecret(): { readonly id: string; readonly text: string } {
  const id = randomBytes(ID_BYTES).toString('hex');
  return { id, text: `nt_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}` };
}

/** The id within a text that this service made; undefined for any other one. */
export function idOfSecret(text: string): string | undefined {
  return FORM.exec(text)?.[1];
}

/** What is kept of a secret instead of it. @param salt left out: a new one */
export function hashed(text: string, salt = randomBytes(SALT_BYTES).toString('hex')): HashedText {
  return { salt, hash: digest(text, salt).toString('hex') };
}

/** In a time that does not tell how much of it is right. */
export function isTextOf(text: string, { salt, hash }: HashedText): boolean {
  return timingSafeEqual(Buffer.from(hash, 'hex'), digest(text, salt));
}

function digest(text: string, salt: string): Buffer {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(text).digest();
}
