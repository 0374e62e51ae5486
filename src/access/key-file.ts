import { readFileSync, statSync } from 'node:fs';
import { FileInUse, FileLock } from '../event-store/file-lock.js';
import { pause } from '../waiting/pause.js';
import { tryAgain } from '../waiting/try-again.js';
import { type KeptKey, keysFile } from './kept-key.js';
import { writeWhole } from './write-whole.js';

const MOST_TRIES = 50;
const PAUSE_MS = 20;

/** The file of the keys cannot be understood. */
export class KeyFileDamaged extends Error {}

/**
 * `keys.json`: the keys that are kept. The service and the command line both change it, each change a whole one. Who reads it
 * again after another has changed it sees that.
 */
export class KeyFile {
  private seen: { readonly stamp: string; readonly keys: readonly KeptKey[] } | undefined;

  private damage: KeyFileDamaged | undefined;

  /** @param warn told where the file is damaged while it is in use */
  constructor(
    readonly path: string,
    private readonly warn: (message: string) => void = () => undefined,
  ) {}

  get exists(): boolean {
    return this.stamp !== undefined;
  }

  /** The keys as the file has them now; none where there is no file. @throws KeyFileDamaged */
  read(): readonly KeptKey[] {
    const { stamp } = this;
    if (stamp === undefined) return [];
    if (this.seen?.stamp !== stamp) this.seen = { stamp, keys: this.parsed() };
    return this.seen.keys;
  }

  /** The same, but where the file is damaged the keys that it had before. */
  latest(): readonly KeptKey[] {
    try {
      const keys = this.read();
      this.damage = undefined;
      return keys;
    } catch (error) {
      if (!(error instanceof KeyFileDamaged)) throw error;
      if (this.damage === undefined) this.warn(`${error.message}; until then the keys are those that it held`);
      this.damage ??= error;
      return this.seen?.keys ?? [];
    }
  }

  /** @throws KeyFileDamaged; FileInUse where another process keeps changing it; what `change` throws, and then nothing is changed */
  async change(change: (keys: readonly KeptKey[]) => readonly KeptKey[]): Promise<void> {
    const lock = await this.lock();
    try {
      this.write(change(this.read()));
    } finally {
      lock.release();
    }
  }

  /** Replaces what there is, without looking at it. */
  write(keys: readonly KeptKey[]): void {
    writeWhole(this.path, `${JSON.stringify({ version: 1, keys }, null, 2)}\n`);
  }

  /** Changes whenever the file does: every change makes a new file. */
  private get stamp(): string | undefined {
    const found = statSync(this.path, { throwIfNoEntry: false });
    return found && `${String(found.ino)} ${String(found.mtimeMs)} ${String(found.size)}`;
  }

  private parsed(): readonly KeptKey[] {
    try {
      return keysFile.parse(JSON.parse(readFileSync(this.path, 'utf8'))).keys;
    } catch (error) {
      throw new KeyFileDamaged(`${this.path} is damaged; restore it, or remove it to have a new admin key made`, { cause: error });
    }
  }

  private async lock(): Promise<FileLock> {
    return tryAgain(async () => FileLock.take(this.path), {
      where: (error) => error instanceof FileInUse,
      mostTries: MOST_TRIES,
      wait: async () => pause(PAUSE_MS),
    });
  }
}
