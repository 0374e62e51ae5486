import type { Role } from '../http/caller.js';
import { Refusal } from '../vocabulary/refusal.js';
import type { KeptKey, KeptSecret } from './kept-key.js';

/** What a new key is to be. */
export interface KeyWish {
  readonly name: string;
  readonly role: Role;
  readonly negotiations: readonly string[] | null;
}

/** When, in RFC 3339, and by whom something is changed. */
export interface Change {
  readonly at: string;
  readonly by: string;
}

/** With one more key. A name is for ever: posts carry it. @throws Refusal `id-in-use` */
export function withKey(keys: readonly KeptKey[], wish: KeyWish, secret: KeptSecret, { at, by }: Change): KeptKey[] {
  if (keys.some(({ name }) => name === wish.name)) throw nameInUse(wish.name);
  const { name, role, negotiations } = wish;
  const key = { name, role, negotiations: negotiations && [...negotiations], createdAt: at, createdBy: by, revokedAt: null };
  return [...keys, { ...key, secrets: [secret] }];
}

/** With another text for a key; those before it are taken until then. @throws Refusal `not-found`, `key-revoked` */
export function rotated(keys: readonly KeptKey[], name: string, secret: KeptSecret, oldUntil: string): KeptKey[] {
  const key = keyOf(keys, name);
  if (key.revokedAt !== null) throw new Refusal('key-revoked', `The key "${name}" is revoked; make one with another name.`);
  const before = key.secrets.map((old) => ({ ...old, expiresAt: earlier(old.expiresAt, oldUntil) }));
  return replaced(keys, { ...key, secrets: [...before.filter(({ expiresAt }) => expiresAt > secret.createdAt), secret] });
}

/** With a key that is not taken any more; one that was revoked before stays as it is. @throws Refusal `not-found` */
export function revoked(keys: readonly KeptKey[], name: string, at: string): KeptKey[] {
  const key = keyOf(keys, name);
  return key.revokedAt === null ? replaced(keys, { ...key, revokedAt: at, secrets: [] }) : [...keys];
}

/** @throws Refusal `not-found` */
export function keyOf(keys: readonly KeptKey[], name: string): KeptKey {
  const key = keys.find((one) => one.name === name);
  if (key) return key;
  throw new Refusal('not-found', `There is no key "${name}".`);
}

/** The refusal of a name that a key has or had. */
export function nameInUse(name: string): Refusal {
  const detail = `There is, or was, a key "${name}"; posts carry that name.`;
  return new Refusal('id-in-use', detail, [{ pointer: '#/name', code: 'id-in-use', detail }]);
}

function replaced(keys: readonly KeptKey[], key: KeptKey): KeptKey[] {
  return keys.map((one) => (one.name === key.name ? key : one));
}

/** Instants of one form are in the order of their texts. */
function earlier(one: string | null, other: string): string {
  return one !== null && one < other ? one : other;
}
