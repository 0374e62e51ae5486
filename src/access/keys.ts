import type { Caller, Role } from '../http/caller.js';
import type { Clock } from '../ports/clock.js';
import { Refusal } from '../vocabulary/refusal.js';
import { keyOf, type KeyWish, nameInUse, revoked, rotated, withKey } from './key-changes.js';
import type { KeyFile } from './key-file.js';
import type { KeyUse } from './key-use.js';
import { FIRST_START, type KeptKey, type KeptSecret } from './kept-key.js';
import { type HashedText, hashed, idOfSecret, isTextOf, newSecret } from './secret.js';

/** A key of the setting `ADMIN_API_KEY`. */
export interface SetKey {
  readonly name: string;
  readonly key: string;
}

/** A key as it is listed: everything but the key. Instants are RFC 3339. */
export interface ListedKey {
  readonly name: string;
  readonly role: Role;
  readonly negotiations: readonly string[] | null;
  /** Set aside: made by the first start, and `ADMIN_API_KEY` is set. */
  readonly state: 'active' | 'revoked' | 'set-aside';
  readonly keptIn: 'keys.json' | 'ADMIN_API_KEY';
  readonly createdAt: string | null;
  readonly createdBy: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
  /** The texts that are taken for it: two while it is rotated. */
  readonly secrets: readonly (Omit<KeptSecret, 'salt' | 'hash'> & { readonly lastUsedAt: string | null })[];
}

/** A key whose text is told, this once. */
export interface MadeKey extends ListedKey {
  readonly key: string;
}

/** The keys of this service: those that are kept in its file, and those of the setting, whose names go first. */
export class Keys {
  private readonly set: readonly (HashedText & { readonly name: string })[];

  constructor(
    private readonly file: KeyFile,
    set: readonly SetKey[],
    private readonly use: KeyUse,
    private readonly clock: Clock,
  ) {
    this.set = set.map(({ name, key }) => ({ name, ...hashed(key) }));
  }

  /** Whose text it is; undefined where it is none of ours, or not any more. */
  callerOf(text: string): Caller | undefined {
    const set = this.set.find((one) => isTextOf(text, one));
    if (set) {
      this.use.used(set.name, this.instant());
      return { name: set.name, role: 'admin', negotiations: null };
    }
    const id = idOfSecret(text);
    for (const { name, role, negotiations, secrets, createdBy } of this.kept) {
      if (this.isSetAside(createdBy)) continue;
      const secret = secrets.find(
        (one) => (id === undefined ? one.salt === '' : one.id === id) && this.isTaken(one) && isTextOf(text, one),
      );
      if (secret === undefined) continue;
      for (const used of [name, secret.id]) this.use.used(used, this.instant());
      return { name, role, negotiations };
    }
    return undefined;
  }

  /** In the order of their names; revoked ones too. */
  list(): ListedKey[] {
    const set = this.set.map(({ name }) => this.listedOfSetting(name));
    return [...set, ...this.kept.map((key) => this.listed(key))].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws Refusal `not-found` */
  one(name: string): ListedKey {
    if (this.isSet(name)) return this.listedOfSetting(name);
    return this.listed(keyOf(this.kept, name));
  }

  /** @param by the name of who makes it @throws Refusal `id-in-use` */
  async make(wish: KeyWish, by: string): Promise<MadeKey> {
    if (this.isSet(wish.name)) throw nameInUse(wish.name);
    const { text, secret } = this.newText();
    await this.file.change((keys) => withKey(keys, wish, secret, { at: secret.createdAt, by }));
    return { ...this.one(wish.name), key: text };
  }

  /**
   * Gives a key another text. The one before it is taken for a while, so that its users can change over.
   * @param overlapSeconds for how long
   * @throws Refusal `not-found`, `key-revoked`, `in-use` where the setting holds the key
   */
  async rotate(name: string, overlapSeconds: number): Promise<MadeKey> {
    this.refuseSet(name);
    const { text, secret } = this.newText();
    await this.file.change((keys) => rotated(keys, name, secret, this.instant(1_000 * overlapSeconds)));
    return { ...this.one(name), key: text };
  }

  /** From now on it is not taken; its name stays. @throws Refusal `not-found`, `in-use` where the setting holds the key */
  async revoke(name: string): Promise<ListedKey> {
    this.refuseSet(name);
    await this.file.change((keys) => revoked(keys, name, this.instant()));
    return this.one(name);
  }

  /** Keeps what was noted in between; to be called at the end. */
  close(): void {
    this.use.write();
  }

  private get kept(): readonly KeptKey[] {
    return this.file.latest().filter(({ name }) => !this.isSet(name));
  }

  private isSet(name: string): boolean {
    return this.set.some((one) => one.name === name);
  }

  private isSetAside(createdBy: string): boolean {
    return this.set.length > 0 && createdBy === FIRST_START;
  }

  private refuseSet(name: string): void {
    if (this.isSet(name)) throw new Refusal('in-use', `"${name}" is set by ADMIN_API_KEY; change it there and start again.`);
  }

  private isTaken({ expiresAt }: KeptSecret): boolean {
    return expiresAt === null || expiresAt > this.instant();
  }

  private newText(): { text: string; secret: KeptSecret } {
    const { id, text } = newSecret();
    return { text, secret: { id, ...hashed(text), createdAt: this.instant(), expiresAt: null } };
  }

  private listed({ name, role, negotiations, createdAt, createdBy, revokedAt, secrets }: KeptKey): ListedKey {
    return {
      name,
      role,
      negotiations,
      state: revokedAt !== null ? 'revoked' : this.isSetAside(createdBy) ? 'set-aside' : 'active',
      keptIn: 'keys.json',
      createdAt,
      createdBy,
      revokedAt,
      lastUsedAt: this.use.lastUse(name),
      secrets: secrets
        .filter((one) => this.isTaken(one))
        .map(({ id, createdAt: since, expiresAt }) => ({ id, createdAt: since, expiresAt, lastUsedAt: this.use.lastUse(id) })),
    };
  }

  private listedOfSetting(name: string): ListedKey {
    const unknown = { createdAt: null, createdBy: null, revokedAt: null, secrets: [] };
    const lastUsedAt = this.use.lastUse(name);
    return { name, role: 'admin', negotiations: null, state: 'active', keptIn: 'ADMIN_API_KEY', lastUsedAt, ...unknown };
  }

  private instant(later = 0): string {
    return new Date(this.clock.now() + later).toISOString();
  }
}
