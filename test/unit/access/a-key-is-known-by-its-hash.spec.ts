import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyFile } from '../../../src/access/key-file.js';
import { KeyUse } from '../../../src/access/key-use.js';
import { Keys } from '../../../src/access/keys.js';
import { hashed, idOfSecret, isTextOf, newSecret } from '../../../src/access/secret.js';
import { SetClock } from '../../support/set-clock.js';

const folder = mkdtempSync(join(tmpdir(), 'keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const path = join(folder, 'keys.json');
const clock = new SetClock('2026-03-01T12:00:00.000Z');
const keysOf = (set: readonly { name: string; key: string }[] = []): Keys =>
  new Keys(new KeyFile(path), set, new KeyUse(join(folder, 'keys-used.json')), clock);

describe('the text of a key', () => {
  it('is another one each time, and is known by its salted hash alone', () => {
    const [one, other] = [newSecret(), newSecret()];
    const kept = hashed(one.text);
    expect(kept.hash).not.toBe(hashed(one.text).hash);
    expect([isTextOf(one.text, kept), isTextOf(other.text, kept), isTextOf(`${one.text} `, kept)]).toEqual([true, false, false]);
  });

  it('names its id, and no other text does', () => {
    const { id, text } = newSecret();
    expect(idOfSecret(text)).toBe(id);
    for (const none of ['', 'secret-key', text.slice(0, -1), `${text}x`, `x${text}`]) expect(idOfSecret(none)).toBeUndefined();
  });
});

describe('keys that are kept', () => {
  it('are known by their texts, with name, role and limits; the file holds no text', async () => {
    const keys = keysOf();
    const { key } = await keys.make({ name: 'desk', role: 'editor', negotiations: ['talks'] }, 'tester');
    expect(keys.callerOf(key)).toEqual({ name: 'desk', role: 'editor', negotiations: ['talks'] });
    for (const wrong of [key.slice(0, -1), `${key}x`, key.toUpperCase(), '', 'desk']) expect(keys.callerOf(wrong)).toBeUndefined();
    expect(readFileSync(path, 'utf8')).not.toContain(key);
    expect(keysOf().callerOf(key)?.name).toBe('desk');
  });

  it('lose no change where two change the file at once', async () => {
    const [service, commandLine] = [keysOf(), keysOf()];
    const names = Array.from({ length: 10 }, (_, i) => `key-${String(i)}`);
    await Promise.all(
      names.map((name, i) => (i % 2 === 0 ? service : commandLine).make({ name, role: 'reader', negotiations: null }, 'x')),
    );
    for (const keys of [service, commandLine]) expect(keys.list().map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  it('stay as they were while the file is damaged, and are warned of once', async () => {
    const warnings: string[] = [];
    const other = join(folder, 'damaged.json');
    const file = new KeyFile(other, (message) => warnings.push(message));
    const keys = new Keys(file, [], new KeyUse(join(folder, 'other-used.json')), clock);
    const { key } = await keys.make({ name: 'desk', role: 'editor', negotiations: null }, 'tester');
    expect(keys.callerOf(key)?.name).toBe('desk');
    writeFileSync(other, '{');
    expect([keys.callerOf(key)?.name, keys.callerOf(key)?.name]).toEqual(['desk', 'desk']);
    expect(warnings).toHaveLength(1);
  });
});

describe('keys of the setting', () => {
  const keys = keysOf([
    { name: 'desk', key: 'one-long-key' },
    { name: 'import', key: 'another-key=' },
  ]);

  it('are admin keys, and go before a kept key of the same name', async () => {
    expect(keys.callerOf('one-long-key')).toEqual({ name: 'desk', role: 'admin', negotiations: null });
    expect(keys.callerOf('another-key=')?.name).toBe('import');
    expect(keys.callerOf('one-long-ke')).toBeUndefined();
    expect(keys.list().filter(({ name }) => name === 'desk')).toMatchObject([{ keptIn: 'ADMIN_API_KEY' }]);
    await expect(keys.make({ name: 'import', role: 'reader', negotiations: null }, 'x')).rejects.toMatchObject({ code: 'id-in-use' });
    await expect(keys.revoke('desk')).rejects.toMatchObject({ code: 'in-use' });
  });
});
