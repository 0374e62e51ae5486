import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { EventStore } from '../event-store/event-store.js';
import type { Position } from '../vocabulary/position.js';
import { Projector } from './projector.js';
import type { ReadModel } from './read-model.js';
import { ReadModelFile, removeFile } from './read-model-file.js';

export interface RebuildProgress {
  readonly state: 'running' | 'swapped' | 'failed';
  readonly position: Position;
  readonly head: Position;
  /** Whether the new file held the same rows as the one in use; null until they were compared. */
  readonly same: boolean | null;
  readonly error: string | null;
}

/**
 * Builds the read model anew from the log in a file beside the one in use, compares the two, and swaps. Reads go on all the
 * while, from the old file up to the swap and from the new one after it.
 */
export class Rebuild {
  private current: RebuildProgress | undefined;
  private stopped = false;

  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
  ) {
    removeInterrupted(readModel.path);
  }

  /** How the last rebuild of this process stands; undefined where there was none. */
  get progress(): RebuildProgress | undefined {
    return this.current;
  }

  get isRunning(): boolean {
    return this.current?.state === 'running';
  }

  /** Settles when the rebuild has ended, well or not; it never throws. */
  async run(): Promise<void> {
    if (this.isRunning) return;
    const path = `${this.readModel.path}.rebuild-${randomUUID()}`;
    this.current = { state: 'running', position: 0n, head: this.readModel.applied, same: null, error: null };
    try {
      const same = await this.build(path);
      this.current = { ...this.current, state: 'swapped', position: this.readModel.applied, head: this.readModel.applied, same };
    } catch (error) {
      removeFile(path);
      this.current = { ...this.current, state: 'failed', error: (error as Error).message };
    }
  }

  /** Ends a rebuild at its next step. */
  stop(): void {
    this.stopped = true;
  }

  private async build(path: string): Promise<boolean> {
    const fresh = ReadModelFile.startAnew(path);
    try {
      const projector = new Projector(fresh);
      for (;;) {
        for await (const events of this.store.readAll(fresh.applied)) {
          this.throwIfStopped();
          projector.apply(events.filter(({ position }) => position <= this.readModel.applied));
          this.current = { ...this.progressNow(), position: fresh.applied, head: this.readModel.applied };
          await new Promise(setImmediate);
          if (fresh.applied === this.readModel.applied) break;
        }
        this.throwIfStopped();
        // No await from here to the swap: the follower cannot move the read model in between.
        if (fresh.applied === this.readModel.applied) return this.finish(fresh, path);
      }
    } catch (error) {
      if (fresh.isOpen) fresh.close();
      throw error;
    }
  }

  private finish(fresh: ReadModelFile, path: string): boolean {
    const same = haveSameRows(fresh, this.readModel.rows);
    fresh.close();
    this.readModel.swapIn(path);
    return same;
  }

  private progressNow(): RebuildProgress {
    return this.current ?? { state: 'running', position: 0n, head: 0n, same: null, error: null };
  }

  private throwIfStopped(): void {
    if (this.stopped) throw new Error('stopped');
  }
}

/** Whether two files hold the same rows. */
export function haveSameRows(a: ReadModelFile, b: ReadModelFile): boolean {
  const others = b.contents()[Symbol.iterator]();
  for (const row of a.contents()) if (others.next().value !== row) return false;
  return others.next().done === true;
}

function removeInterrupted(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${basename(path)}.rebuild-`)) removeFile(join(dirname(path), name));
  }
}
