import { readFileSync } from 'node:fs';
import { writeWhole } from './write-whole.js';

const WRITE_EVERY_MS = 10_000;

/**
 * When each key was last used, in a file of its own: it changes often and may be lost. It is written every ten seconds, and at the
 * end.
 */
export class KeyUse {
  private readonly last: Map<string, string>;
  private timer: NodeJS.Timeout | undefined;

  /** @param warn told where the file cannot be written: nothing else depends on it */
  constructor(
    private readonly path: string,
    private readonly warn: (message: string) => void = () => undefined,
  ) {
    this.last = new Map(Object.entries(readUses(path)));
  }

  /** @param id of a secret, or what else tells a key from all others @param at RFC 3339 */
  used(id: string, at: string): void {
    this.last.set(id, at);
    this.timer ??= setTimeout(() => {
      this.write();
    }, WRITE_EVERY_MS).unref();
  }

  lastUse(id: string): string | null {
    return this.last.get(id) ?? null;
  }

  /** Writes what is not written yet. */
  write(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      writeWhole(this.path, `${JSON.stringify(Object.fromEntries(this.last))}\n`);
    } catch (error) {
      this.warn(`when keys were used cannot be kept: ${(error as Error).message}`);
    }
  }
}

/** What is damaged or not there tells nothing. */
function readUses(path: string): Record<string, string> {
  try {
    const uses = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    if (typeof uses !== 'object' || uses === null) return {};
    return Object.fromEntries(Object.entries(uses).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch {
    return {};
  }
}
